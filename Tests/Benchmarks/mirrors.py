"""That all programs have made the same mirror: what each holds, in one form."""

import contextlib
import itertools
import sqlite3

from tools import STAFFETTA

COLUMNS = "external_id, first_name, last_name, email, language, start_date, department, division, location, title, hired, CAST(level AS INTEGER), manager, participating"


def compare(databases, agent):
    """Fails with the first user that differs. `agent` may be None."""
    mirrors = {name: of_database(path) for name, path in databases.items()}
    if agent:
        mirrors[STAFFETTA] = of_agent(agent)
    (first, expected), *others = mirrors.items()
    for name, found in others:
        for one, other in itertools.zip_longest(expected, found):
            if one != other:
                raise RuntimeError(f"the mirrors differ: {first} has {one}, {name} has {other}")


def of_database(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT {COLUMNS} FROM user ORDER BY external_id").fetchall()


def of_agent(agent):
    users, params = [], {"limit": 1000}
    with agent.session() as session:
        while True:
            page = session.call("user/list", params)
            users += page["items"]
            if "nextCursor" not in page:
                break
            params["cursor"] = page["nextCursor"]
    prefix = len("file-")
    ids = {user["id"]: user["externalId"][prefix:] for user in users}
    return sorted(
        (
            ids[user["id"]], user["firstName"], user["lastName"], user.get("email"), user["language"], user["participation"].get("startDate"),
            *(user["attributes"].get(key) for key in ("department", "division", "location", "title", "hired", "level")),
            *([ids[leader] for leader in user["attributes"].get("manager", [])] or [None]), int(user["participation"]["on"]),
        )
        for user in users
    )
