"""A test of a whole company on an empty mirror: its rows stored, paged and exported."""

import statistics

from agent import Agent, summary
from company import company
from machine import megabytes, say


def measure(options, tools):
    """figures[part]: what it has cost."""
    size = max(options.sizes)
    with company(tools, size, "sorted", options.seed) as people:
        agent = Agent(tools, "results").connect()
        agent.deliver(people.file())
        cost, (result,) = agent.script(("integration/runTest", {"integration": "People", "wait": True}))
        counts, run = summary(result["run"]), result["run"]["id"]
        figures = {"size": size, "rows": counts["created"], "test": cost.figures() | {"rowsMB": agent.sizes()[1]}}
        say(f"  a test with {counts['created']:,} rows: {cost.cpu:.2f} s of CPU")

        path = agent.folder / "created.csv"
        cost, (result,) = agent.script(("run/export", {"run": run, "category": "created", "path": str(path)}))
        if result["rows"] != counts["created"]:
            raise RuntimeError(f"{result['rows']} rows were exported")
        figures["export"] = cost.figures() | {"fileMB": megabytes(path)}
        say(f"  exported as CSV: {cost.cpu:.2f} s of CPU")

        with agent.session() as session:
            figures["pages"] = deep_pages(session, "run/rows", {"run": run, "category": "created"}, counts["created"])
        agent.remove()
    return figures


def deep_pages(session, method, params, count, samples=50):
    """Milliseconds for a page of 100 at the beginning, in the middle and near the end of a list of `count` items."""
    figures, cursor, read = {}, None, 0
    places = {"first": 0, "middle": count // 2, "last": count - 1500}
    for place, wanted in places.items():
        while read + 1000 <= wanted:
            page = session.call(method, params | {"limit": 1000} | ({"cursor": cursor} if cursor else {}))
            cursor, read = page["nextCursor"], read + len(page["items"])
        asked = params | {"limit": 100} | ({"cursor": cursor} if cursor else {})
        times = []
        for _ in range(samples):
            elapsed, page = session.timed(method, asked)
            if len(page["items"]) != 100:
                raise RuntimeError(f"{method} gave {len(page['items'])} items instead of 100")
            times.append(elapsed)
        figures[place] = {"p50": round(statistics.median(times), 2), "max": round(max(times), 2)}
    say(f"  {method}, pages of 100: " + ", ".join(f"{place} {figure['p50']} ms" for place, figure in figures.items()))
    return figures
