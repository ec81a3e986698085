"""What one writes with Python's own json and sqlite3: read the file, compare, upsert, delete who is gone.

script.py DATABASE FILE
"""

import json
import sqlite3
import sys

from employee import COLUMNS, batches

NAMES = ", ".join(COLUMNS)
UPSERT = (
    f"INSERT INTO user ({NAMES}) VALUES ({', '.join('?' * len(COLUMNS))}) ON CONFLICT (external_id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS[1:])
)


def main(database, path):
    counts = dict.fromkeys(("employees", "created", "updated", "deleted", "unchanged"), 0)
    db = sqlite3.connect(database)
    db.execute(
        "CREATE TABLE IF NOT EXISTS user (id INTEGER PRIMARY KEY AUTOINCREMENT, external_id TEXT NOT NULL UNIQUE, first_name TEXT NOT NULL,"
        " last_name TEXT NOT NULL, email TEXT, language TEXT, start_date TEXT, department TEXT, division TEXT, location TEXT, title TEXT, hired TEXT,"
        " level INTEGER, manager TEXT, participating INTEGER NOT NULL)"
    )
    seen = set()
    with db:
        for batch in batches(path, counts):
            ids = [row[0] for row in batch]
            seen.update(ids)
            existing = {row[0]: row for row in db.execute(f"SELECT {NAMES} FROM user WHERE external_id IN ({', '.join('?' * len(ids))})", ids)}
            changed = [row for row in batch if existing.get(row[0]) != row]
            updated = sum(row[0] in existing for row in changed)
            counts["updated"] += updated
            counts["created"] += len(changed) - updated
            counts["unchanged"] += len(batch) - len(changed)
            db.executemany(UPSERT, changed)
        gone = [row for row in db.execute("SELECT external_id FROM user") if row[0] not in seen]
        db.executemany("DELETE FROM user WHERE external_id = ?", gone)
        counts["deleted"] = len(gone)
    print(json.dumps(counts))


main(*sys.argv[1:])
