"""What one writes with sqlite-utils: read the file, compare, upsert, delete who is gone.

sqlite_utils_script.py DATABASE FILE
"""

import json
import sys

import sqlite_utils
from employee import COLUMNS, batches


def main(database, path):
    counts = dict.fromkeys(("employees", "created", "updated", "deleted", "unchanged"), 0)
    db = sqlite_utils.Database(database)
    table, seen = db["user"], set()
    with db.atomic():
        for batch in batches(path, counts):
            ids = [row[0] for row in batch]
            seen.update(ids)
            found = table.rows_where(f"external_id IN ({', '.join('?' * len(ids))})", ids) if table.exists() else []
            existing = {row["external_id"]: row for row in found}
            records = [dict(zip(COLUMNS, row)) for row in batch]
            changed = [record for record in records if existing.get(record["external_id"]) != record]
            updated = sum(record["external_id"] in existing for record in changed)
            counts["updated"] += updated
            counts["created"] += len(changed) - updated
            counts["unchanged"] += len(batch) - len(changed)
            table.upsert_all(changed, pk="external_id", batch_size=1000)
        gone = [row["external_id"] for row in table.rows_where(select="external_id") if row["external_id"] not in seen]
        for external_id in gone:
            table.delete(external_id)
        counts["deleted"] = len(gone)
    print(json.dumps(counts))


main(*sys.argv[1:])
