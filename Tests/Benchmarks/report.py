"""Tables for people, as Markdown that reads well on a terminal too."""

import math
import statistics

import targets
from tools import STAFFETTA

BEGIN, END = "<!-- bench: made by `make bench` -->", "<!-- bench ends -->"


def tables(measured):
    rows = targets.rows(measured)
    parts = ["### Targets", table(["", "aimed for", "measured", ""], rows)] if rows else []
    for name, entry in measured.items():
        where = f"{entry['at']}, commit {entry['commit']}, {entry['machine']}, load average {entry['loadBefore']} before and {entry['loadAfter']} after, "
        rounds = f"{entry['rounds']} round{'s' * (entry['rounds'] != 1)}, seed {entry['seed']}"
        parts += [f"### {TITLES[name]}", f"Measured {where}{rounds}.", *SECTIONS[name](entry["figures"])]
    return "\n\n".join(parts) + "\n"


def table(header, rows):
    """Columns of the width they need, the first to the left, the others to the right."""
    cells = [list(map(str, row)) for row in [header, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = ["| " + " | ".join(cell.ljust(width) if not column else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths))) + " |" for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) if not column else "-" * (width + 1) + ":" for column, width in enumerate(widths)) + "|")
    return "\n".join(lines)


def median(samples, figure):
    return statistics.median(sample[figure] for sample in samples) if samples else None


def short(value):
    return "–" if value is None else f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def ratio(one, other):
    return "–" if one is None or not other else f"{one / other:.2f} ×" if one / other < 10 else f"{one / other:.0f} ×"


def syncs(figures):
    for size, orders in figures.items():
        programs = list(dict.fromkeys(name for steps in orders.values() for step in steps.values() for name in step))
        shown = {"CPU, seconds": "cpu", "Wall clock, seconds": "wall", "Peak memory, MB": "peakMB"}
        for title, figure in shown.items():
            header = ["", *programs]
            if figure == "cpu":
                header += [f"{STAFFETTA} / C", f"{STAFFETTA} / C with the rules", f"Python / {STAFFETTA}"]
            rows = []
            for order, steps in orders.items():
                for step, samples in steps.items():
                    values = {name: median(samples.get(name), figure) for name in programs}
                    row = [f"{step}, {order}", *(short(values[name]) for name in programs)]
                    if figure == "cpu":
                        own = values.get(STAFFETTA)
                        row += [ratio(own, values.get("C")), ratio(own, values.get("C with the rules")), ratio(values.get("Python"), own)]
                    rows.append(row)
            yield f"**{int(size):,} employees. {title}** (medians)"
            yield table(header, rows)
        rows = []
        for order, steps in orders.items():
            for step in ("first load", "100 % changed", "1 % gone"):
                values = [(median(steps[step].get(name), "databaseMB"), median(steps[step].get(name), "rowsMB")) for name in programs]
                rows.append([f"{step}, {order}", *(short(file) + (f" + {short(beside)}" if beside else "") for file, beside in values)])
        yield f"**{int(size):,} employees. Database after the step, MB** (+ the rows of runs, in files of their own)"
        yield table(["", *programs], rows)
    yield from growth(figures)


def growth(figures):
    """How CPU grows with the number of people, as the exponent of a power."""
    sizes = sorted(map(int, figures))
    if len(sizes) < 2:
        return
    least, most = sizes[0], sizes[-1]
    programs = list(dict.fromkeys(name for steps in figures[str(most)].values() for step in steps.values() for name in step))
    rows = []
    for order, steps in figures[str(most)].items():
        for step in steps:
            values = [(median(figures[str(least)][order][step].get(name), "cpu"), median(steps[step].get(name), "cpu")) for name in programs]
            rows.append([f"{step}, {order}", *(f"{math.log(b / a) / math.log(most / least):.2f}" if a and b else "–" for a, b in values)])
    yield f"**Growth of CPU from {least:,} to {most:,} employees, as an exponent** (1.00: twice the people, twice the time; start-up makes it look smaller)"
    yield table(["", *programs], rows)


def formats(figures):
    rows = []
    for name, steps in figures["formats"].items():
        rows += [[f"{step}, {name}", *(short(median(samples, figure)) for figure in ("cpu", "wall", "peakMB"))] for step, samples in steps.items()]
    yield f"**{figures['size']:,} employees by format** (medians)"
    yield table(["", "CPU, s", "wall, s", "peak, MB"], rows)


def results(figures):
    test, export = figures["test"], figures["export"]
    yield table(
        [f"{figures['rows']:,} rows", "CPU, s", "wall, s", "peak, MB", "file, MB"],
        [
            ["a test stores them", short(test["cpu"]), short(test["wall"]), short(test["peakMB"]), short(test["rowsMB"])],
            ["`run/export` writes them as CSV", short(export["cpu"]), short(export["wall"]), short(export["peakMB"]), short(export["fileMB"])],
        ])
    yield pages({"run/rows": figures["pages"]})


def pages(figures):
    rows = [[f"`{method}`", *(f"{short(places[place]['p50'])} / {short(places[place]['max'])}" for place in ("first", "middle", "last"))] for method, places in figures.items()]
    return table(["a page of 100, ms (median / slowest)", "at the beginning", "in the middle", "at the end"], rows)


def answers(figures):
    rows = [
        [name, short(one["start"]["p50"] / 1e3), short(one["ping"]["p50"]), short(one["ping"]["p99"]), f"{one['pipeline']['perSecond']:,}"]
        for name, one in figures["servers"].items()
    ]
    yield table(["", "start to first answer, ms", "ping p50, µs", "ping p99, µs", "pipelined requests/s"], rows)
    start = figures["startWithUsers"]["p50"] / 1e3
    yield (
        f"With {figures['size']:,} employees in the mirror: start to first answer {short(start)} ms; memory at rest {figures['memoryAtRestMB']} MB, "
        f"after a sync {figures['memoryAfterSyncMB']} MB.")
    yield pages(figures["pages"])
    methods = [name for name in next(iter(figures["whileSyncing"].values())) if name != "seconds"]
    rows = [
        [f"{step} ({short(one['seconds'])} s)", *(f"{short(one[method]['p50'])} / {short(one[method]['p99'])} / {short(one[method]['max'])}" for method in methods)]
        for step, one in figures["whileSyncing"].items()
    ]
    yield table(["while a sync runs, ms (median / p99 / slowest)", *(f"`{method}`" for method in methods)], rows)


def profile(figures):
    parts = list(dict.fromkeys(name for step in figures["steps"].values() for name, share in step["parts"].items() if share >= 0.01))
    rows = [[name, *(f"{100 * step['parts'].get(name, 0):.0f} %" for step in figures["steps"].values())] for name in parts]
    yield f"Of the processor's time at {figures['size']:,} employees, sorted, by where it was spent (generic code of others counts where it is defined):"
    yield table(["", *figures["steps"]], rows)


TITLES = {"syncs": "Syncs of a file", "formats": "Sources", "results": "Results of a run", "answers": "Answers", "profile": "Where the time goes"}
SECTIONS = {"syncs": syncs, "formats": formats, "results": results, "answers": answers, "profile": profile}


def replace(path, text):
    """Puts the tables between the marks of a document."""
    before, _, rest = path.read_text().partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise RuntimeError(f"{path} has no marks for the tables")
    path.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}")
