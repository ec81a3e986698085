# shellcheck shell=bash
# Staffetta for bash: source this file, then call its functions. They need jq, and the program:
#
#   STAFFETTA           the program; unset: staffetta, from the PATH
#   STAFFETTA_DATABASE  its database; unset: where it keeps it by itself
#   STAFFETTA_OPTIONS   more options, in words, such as "--key-file /etc/app/key"
#
# A result is JSON on stdout; an error is JSON on stderr, and the status is 1. Parameters go through pipes, so a secret stands in no list
# of processes. The methods are told in protocol/reference.md.

_staffetta() {
    local command=$1
    local -a options
    shift
    read -ra options <<<"${STAFFETTA_OPTIONS:-}"
    "${STAFFETTA:-staffetta}" "$command" ${STAFFETTA_DATABASE:+--database "$STAFFETTA_DATABASE"} ${options[@]+"${options[@]}"} "$@"
}

# staffetta_params NAME=VALUE…: an object of JSON. A value is text; NAME:=VALUE is JSON; a dot in a name leads into an object.
staffetta_params() {
    if (($# == 0)); then
        echo '{}'
        return
    fi
    printf '%s\036' "$@" | jq -Rsc 'reduce (split("\u001e")[:-1][]) as $word ({};
        ($word | capture("^(?<name>[^:=]+)(?<json>:?)=(?<value>(.|\n)*)$")? // error("a parameter is NAME=VALUE or NAME:=JSON")) as {$name, $json, $value}
        | setpath($name | split("."); if $json == ":" then ($value | fromjson) else $value end))'
}

# staffetta_send METHOD: a call with the parameters, as JSON, from stdin.
staffetta_send() { _staffetta call "$1" -; }

# staffetta_call METHOD [NAME=VALUE…]: a call. It waits for a run that it started.
staffetta_call() {
    local method=$1 params
    shift
    params=$(staffetta_params "$@") || return 1
    printf '%s' "$params" | staffetta_send "$method"
}

# staffetta_each METHOD [NAME=VALUE…]: every item of a list, one per line.
staffetta_each() {
    local method=$1 page cursor=
    shift
    while
        page=$(staffetta_call "$method" "$@" ${cursor:+"cursor=$cursor"}) || return 1
        printf '%s' "$page" | jq -c '.items[]'
        cursor=$(printf '%s' "$page" | jq -r '.nextCursor // ""')
        [[ -n $cursor ]]
    do :; done
}

# staffetta_batch: many calls with one process. Reads lines of a method and its parameters in JSON, and answers each with a line, in order:
# its result or {"error": …}. The status is 1 if there was an error.
staffetta_batch() {
    jq -Rc 'capture("^(?<method>[^ ]+) *(?<params>.*)$") | {jsonrpc: "2.0", id: input_line_number, method, params: (if .params == "" then {} else .params | fromjson end)}' |
        _staffetta serve | jq -c 'if has("error") then {error} else .result end' | {
        local line failed=0
        while IFS= read -r line; do
            printf '%s\n' "$line"
            [[ $line != '{"error":'* ]] || failed=1
        done
        ((!failed))
    }
}

# 1. staffetta_terms: what must be accepted. staffetta_enable_feature accept: accepts it and turns the feature on.
staffetta_terms() { staffetta_call feature/list | jq -r '.items[] | select(.name == "hrisIntegration").terms.text'; }
staffetta_enable_feature() {
    local -a accepted=()
    [[ ${1:-} != accept ]] || accepted=(acceptSubprocessor:=true)
    staffetta_call feature/enable feature=hrisIntegration ${accepted[@]+"${accepted[@]}"}
}

# 2. staffetta_connect CONNECTOR NAME [FIELD=VALUE…]: connects an HR system with the fields of its form (staffetta_form CONNECTOR).
# With several ways of authorisation, STAFFETTA_KIND names the one that is meant; unset: the first.
staffetta_form() { staffetta_call connector/get "connector=$1" | jq '.authorizations[] | {kind, help, fields: .form.properties, required: .form.required}'; }
staffetta_connect() {
    local connector=$1 name=$2 fields kind=${STAFFETTA_KIND:-}
    shift 2
    fields=$(staffetta_params "$@") || return 1
    if [[ -z $kind ]]; then
        kind=$(staffetta_call connector/get "connector=$connector" | jq -er '.authorizations[0].kind') || return 1
    fi
    printf '%s' "$fields" | jq -c --arg connector "$connector" --arg name "$name" --arg kind "$kind" \
        '{connector: $connector, name: $name, authorization: {kind: $kind, fields: .}}' | staffetta_send integration/connect
}

# 3. staffetta_configure INTEGRATION: saves the sections of a configuration that stand, as JSON, on stdin; the others stay.
staffetta_configure() { jq -c --arg integration "$1" '{integration: $integration, configuration: .}' | staffetta_send integration/configure; }

# 4. staffetta_test INTEGRATION [FOLDER]: a test; its summary on stdout, and its files – created.csv, updated.csv, deleted.csv, each if there
# is anybody in it – in a folder without such files. staffetta_link FILE: the upload of updated.csv, which links the users who exist.
staffetta_test() {
    local test run category
    test=$(staffetta_call integration/runTest "integration=$1" wait:=true) || return 1
    run=$(printf '%s' "$test" | jq -r .run.id)
    if [[ -n ${2:-} ]]; then
        for category in created updated deleted; do
            staffetta_call run/export "run=$run" "category=$category" "path=$(realpath "$2")/$category.csv" >/dev/null || return 1
        done
    fi
    printf '%s' "$test" | jq .run.summary
}
staffetta_link() { staffetta_call user/massEdit "path=$(realpath "$1")"; }

# 5. staffetta_enable INTEGRATION [confirm]: syncs now and every 24 hours. If it asks for confirmation, the error says of what.
# staffetta_sync INTEGRATION: a sync by hand. staffetta_due: the syncs that are due, for cron (nightly.sh).
staffetta_enable() {
    local -a confirmed=()
    [[ ${2:-} != confirm ]] || confirmed=(confirm:=true)
    staffetta_call integration/enable "integration=$1" wait:=true ${confirmed[@]+"${confirmed[@]}"} | jq .run.summary
    ((PIPESTATUS[0] == 0))
}
staffetta_sync() {
    staffetta_call integration/sync "integration=$1" wait:=true | jq .run.summary
    ((PIPESTATUS[0] == 0))
}
staffetta_due() { _staffetta run-due; }

# 6. staffetta_notifications [SINCE]: what administrators are told, the newest first, a line each; with an instant: since then.
staffetta_notifications() {
    staffetta_each notification/list | jq -r --arg since "${1:-}" 'select(.at >= $since) | "\(.at) \(.severity): \(.title) – \(.text)"'
    ((PIPESTATUS[0] == 0))
}
