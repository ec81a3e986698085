#!/bin/bash
# For cron: runs the syncs that are due, tells what administrators should know, and keeps the backups of the last seven days. In the crontab:
#
#   STAFFETTA_DATABASE=/var/lib/app/users.sqlite
#   17 * * * *  /usr/local/share/staffetta/nightly.sh /var/backups/app
#
# Every hour does no harm: only what is due runs, and a sync missed while the machine was off is made up at the next full hour. It says nothing
# when all is well, so that cron sends a mail only otherwise.
set -euo pipefail
. "$(dirname "$(realpath "$0")")/staffetta.sh"

status=0
began=$(staffetta_call agent/status | jq -r .now)
staffetta_due >/dev/null || status=$?
staffetta_notifications "$began" | grep -v ' info: ' || true

if [[ -n ${1:-} ]]; then
    backup=$1/users-$(date +%u).sqlite
    rm -f "$backup.new"
    if _staffetta backup "$backup.new" >/dev/null; then mv "$backup.new" "$backup"; else status=1; fi
fi
exit "$status"
