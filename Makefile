# Staffetta: two commands do everything on a fresh machine with Swift: `make demo` and `make test`.

BUILD ?= .build
RELEASE = swift build -c release --static-swift-stdlib --scratch-path $(BUILD) --product
BINARY = $(BUILD)/release/staffetta
# What hangs ends, and fails.
TEST = timeout --foreground 1800 swift test --scratch-path $(BUILD)
SIMULATOR = $(BUILD)/release/hris-simulator
PREFIX ?= /usr/local
WEB ?= .web
PORT ?= 8477
ROUNDS ?= 200
PEOPLE ?= 20000
DAYS ?= 730
FUZZ_SECONDS ?= 20
SUBJECTS ?= json framer session csv value decision massedit manifest employees

.PHONY: demo build simulator test web bench guard soak fuzz sanitize generate install packages clean

demo: packages ## play the guide's six steps on an embedded HR system; a debug build, which the tests need anyway
	swift build --scratch-path $(BUILD) --product staffetta
	$(BUILD)/debug/staffetta demo

build: packages
	$(RELEASE) staffetta

simulator: packages ## HR systems to test against (docs/simulator.md)
	$(RELEASE) hris-simulator

test: packages ## every test there is
	$(TEST) --skip AgentTests --skip CommandTests --skip EndingTests
	# On their own, since they hold leases, connections and real processes to real times, and the others take both cores.
	$(TEST) --skip-build --filter EndingTests
	$(TEST) --skip-build --filter AgentTests
	$(TEST) --skip-build --filter CommandTests
	Tests/Shell/run $(BUILD)/debug/staffetta
	.ci/packages zsh fish
	clients/shell/tests/run $(BUILD)/debug/staffetta
	.ci/packages curl
	Tests/External/run $(BUILD)/debug $(BUILD)/external
	clients/python/tests/run $(BUILD)/debug/staffetta $(BUILD)/python
	.ci/packages node:nodejs tsc:node-typescript
	STAFFETTA=$(abspath $(BUILD))/debug/staffetta node --test clients/typescript/test/*.test.js
	.ci/packages chromium
	clients/web/tests/run $(abspath $(BUILD))/debug/staffetta $(abspath $(BUILD))
	python3 Tests/Benchmarks/growth.py $(BUILD)/debug/staffetta

web: packages ## the guide's pages in a browser, on a database of their own (WEB=folder); PORT and OPTIONS are handed on
	.ci/packages node:nodejs
	swift build --scratch-path $(BUILD) --product staffetta
	@mkdir -p $(WEB)/files
	@test -e $(WEB)/files/employees.csv || cp Tests/Data/adventureworks/employees.csv $(WEB)/files/
	@echo "People to try: the demo company, or the file $(abspath $(WEB))/files/employees.csv"
	@node clients/web/gateway/main.js --agent $(abspath $(BUILD))/debug/staffetta --database $(WEB)/people.sqlite --files $(abspath $(WEB))/files --port $(PORT) $(OPTIONS)

bench: build simulator ## measure beside C, Python and sqlite-utils; BENCH=quick for a short one (docs/performance.md)
	BENCH=$(BENCH) python3 Tests/Benchmarks/bench.py --staffetta $(BINARY) --scratch $(BUILD)/bench

guard: build ## a sync executes no more instructions for each employee than it is known to; WRITE=--write takes new limits
	.ci/packages valgrind
	python3 Tests/Benchmarks/guard.py $(BINARY) $(WRITE)

soak: build ## kill -9 and power failures at random moments on 20,000 people, and two years of HR systems with faults (docs/guarantees.md)
	swift build --build-tests --scratch-path $(BUILD)
	STAFFETTA_BINARY=$(abspath $(BINARY)) STAFFETTA_ROUNDS=$(ROUNDS) STAFFETTA_PEOPLE=$(PEOPLE) \
		swift test --skip-build --scratch-path $(BUILD) --filter 'CommandTests.CrashTests|CommandTests.PowerTests|CommandTests.CancelTests|CommandTests.DamageTests|CommandTests.FloodTests'
	STAFFETTA_DAYS=$(DAYS) swift test --skip-build --scratch-path $(BUILD) --filter 'AgentTests.HRISSoakTests|AgentTests.HTTPSoakTests'

fuzz: ## libFuzzer over everything that reads what others wrote (Tests/Fuzz/README.md)
	FUZZ=1 swift build -c release --scratch-path $(BUILD)-fuzz --product fuzz
	Tests/Fuzz/run $(BUILD)-fuzz/release/fuzz $(FUZZ_SECONDS) $(SUBJECTS)

sanitize: packages ## the test suite under the address and the thread sanitizer
	swift test --sanitize=address --scratch-path $(BUILD)-address --skip CommandTests
	swift test --sanitize=thread --scratch-path $(BUILD)-thread --skip CommandTests

generate: ## write what follows from protocol/
	swift run --scratch-path $(BUILD) generate

install: build simulator ## both binaries, the completions and the functions for bash
	install -D -m 755 $(BINARY) $(PREFIX)/bin/staffetta
	install -m 755 $(SIMULATOR) $(PREFIX)/bin/hris-simulator
	clients/shell/completions $(BINARY) $(BUILD)/completions
	install -D -m 644 $(BUILD)/completions/staffetta.bash $(PREFIX)/share/bash-completion/completions/staffetta
	install -D -m 644 $(BUILD)/completions/_staffetta $(PREFIX)/share/zsh/site-functions/_staffetta
	install -D -m 644 $(BUILD)/completions/staffetta.fish $(PREFIX)/share/fish/vendor_completions.d/staffetta.fish
	install -D -m 644 clients/shell/staffetta.sh $(PREFIX)/share/staffetta/staffetta.sh
	install -m 755 clients/shell/nightly.sh $(PREFIX)/share/staffetta/nightly.sh

packages: ## the system's SQLite, jq for the shell tests, and Python with venv for its client
	@.ci/packages

clean:
	rm -rf $(BUILD)
