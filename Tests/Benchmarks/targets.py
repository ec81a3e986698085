"""What was aimed for, held against what was measured."""

import math
import statistics

from tools import STAFFETTA


def rows(measured):
    """[what, aimed for, measured, verdict] for each target that the figures can tell."""
    found = []
    if "syncs" in measured:
        found += syncs(measured["syncs"]["figures"])
    if "answers" in measured:
        found += answers(measured["answers"]["figures"])
    return [row for row in found if row]


def at_most(what, limit, value, unit):
    return value and [what, f"≤ {limit:,g} {unit}", f"{value:,.2f} {unit}", verdict(value / limit, "as much")]


def at_least(what, limit, value, unit):
    return value and [what, f"≥ {limit:,g} {unit}", f"{value:,.1f} {unit}", verdict(limit / value, "too little")]


def verdict(excess, how):
    """`excess`: what is measured as a part of what is allowed."""
    if excess <= 1:
        return "met"
    return f"missed by {100 * (excess - 1):.0f} %" if excess < 2 else f"missed, {excess:.0f} times {how}"


def syncs(figures):
    size = max(figures, key=int)
    orders = figures[size]

    def cost(order, step, program, figure="cpu", of=size):
        samples = figures.get(of, {}).get(order, {}).get(step, {}).get(program)
        return statistics.median(sample[figure] for sample in samples) if samples else None

    def ratio(order, step, other, inverse=False):
        own, others = cost(order, step, STAFFETTA), cost(order, step, other)
        return None if not own or not others else others / own if inverse else own / others

    for order in orders:
        where = f"{int(size):,} employees, {order}"
        yield at_most(f"no change, {where}: CPU", 1.5, ratio(order, "no change", "C"), "× C")
        # The same aim where the records' bytes give no hint, though nobody has asked for it.
        yield at_most(f"nothing mapped changed, {where}: CPU", 1.5, ratio(order, "nothing mapped changed", "C"), "× C")
        yield at_most(f"first load, {where}: CPU", 1.5, ratio(order, "first load", "C with the rules"), "× C with the rules")
        yield at_most(f"1 % changed, {where}: CPU", 1.5, ratio(order, "1 % changed", "C with the rules"), "× C with the rules")
        yield at_least(f"no change, {where}: Python's CPU", 8, ratio(order, "no change", "Python", inverse=True), "× ours")
        yield at_least(f"first load, {where}: Python's CPU", 3, ratio(order, "first load", "Python", inverse=True), "× ours")
        yield at_most(f"no change, {where}: peak memory", 80, cost(order, "no change", STAFFETTA, "peakMB"), "MB")
        yield at_most(f"first load, {where}: peak memory", 150, cost(order, "first load", STAFFETTA, "peakMB"), "MB")
        least = min(figures, key=int)
        for step in ("first load", "no change", "1 % changed"):
            few, many = cost(order, step, STAFFETTA, of=least), cost(order, step, STAFFETTA)
            if few and many and least != size:
                exponent = math.log(many / few) / math.log(int(size) / int(least))
                yield at_most(f"{step}, {order}: growth from {int(least):,}, exponent", 1.05 if order == "sorted" else 1.15, exponent, "")


def answers(figures):
    own, size = figures["servers"][STAFFETTA], f"{figures['size']:,} employees"
    yield at_most("start to first answer", 10, own["start"]["p50"] / 1e3, "ms")
    yield at_most(f"start to first answer, {size}", 10, figures["startWithUsers"]["p50"] / 1e3, "ms")
    yield at_most("ping, p50", 30, own["ping"]["p50"], "µs")
    yield at_least("pipelined requests", 100_000, own["pipeline"]["perSecond"], "/s")
    yield at_most(f"memory at rest, {size}", 30, figures["memoryAtRestMB"], "MB")
    for method, places in figures["pages"].items():
        yield at_most(f"{method}, a page of 100 anywhere, {size}", 5, max(place["p50"] for place in places.values()), "ms")
    slowest = max(one[method]["max"] for one in figures["whileSyncing"].values() for method in one if method != "seconds")
    yield at_most(f"slowest answer while a sync of {size} runs", 50, slowest, "ms")
