"""From one of the file's employees to the columns of a user, for the Python comparators: what the agent's mapping, filters and lifecycle do."""

import json

COLUMNS = (
    "external_id", "first_name", "last_name", "email", "language", "start_date", "department", "division", "location", "title", "hired", "level",
    "manager", "participating",
)
TODAY = "2026-01-01"
COUNTRIES = {"se", "de", "fr", "nl", "gb", "es", "pl", "us"}
RANKS = {"primary": 0, "work": 1, "secondary": 2, "personal": 3}
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_after(date):
    """The day a month after `date`, or the last of that month."""
    year, month, day = int(date[:4]), int(date[5:7]) + 1, int(date[8:10])
    if month > 12:
        year, month = year + 1, 1
    last = 29 if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0) else LENGTHS[month - 1]
    return f"{year:04}-{month:02}-{min(day, last):02}"


def user(employee):
    """The columns, or None for whom the mirror does not want."""
    get = employee.get
    identifier, first, last, left = get("id"), get("first_name"), get("last_name"), get("employment_end_date")
    if not (identifier and first and last):
        return None
    if (get("country") or "").lower() not in COUNTRIES or (get("employment_type") or "").lower() == "contractor":
        return None
    if left and month_after(left) < TODAY:
        return None
    email, best = None, 5
    for entry in get("emails") or ():
        rank = RANKS.get(entry.get("type"), 4)
        if rank < best and "@" in (entry.get("email") or ""):
            email, best = entry["email"], rank
    level = None
    for field in get("custom_fields") or ():
        if field["id"] == "level":
            level = field["value"]
    hired = get("employment_start_date")
    return (
        identifier, first, last, email, (get("preferred_language") or "en").split("-")[0], month_after(hired) if hired else None, get("department"),
        get("division"), get("location"), get("title"), hired, level, (get("manager") or {}).get("id"), int(get("employment_status") == "active"),
    )


def batches(path, counts):
    """The users that the file wants, a thousand at a time; counts the employees. In batches, so that comparing takes one query for a thousand people
    and memory does not grow with them."""
    loads, batch = json.loads, []
    with open(path, "rb") as file:
        for line in file:
            counts["employees"] += 1
            row = user(loads(line))
            if row:
                batch.append(row)
                if len(batch) == 1000:
                    yield batch
                    batch = []
    yield batch
