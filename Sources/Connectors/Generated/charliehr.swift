// Made from Sources/Connectors/Manifests/charliehr.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let charliehr: StaticString = ##"""
{
  "id": "charliehr",
  "name": "CharlieHR",
  "documentation": "https://charliehr.docs.apiary.io",
  "base": "https://charliehr.com/api/v1",
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key",
      "help": "In CharlieHR: Settings › Integrations › API keys. Make a key; both parts are needed.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "It is shown with the key."},
        {"name": "clientSecret", "title": "Client secret", "help": "It is shown once, when the key is made.", "type": "secret"}
      ],
      "send": {"headers": {"Authorization": "Token token={clientId}:{clientSecret}"}}
    }
  ],
  "limits": {"atOnce": 2},
  "faults": {
    "words": ["message", "error"],
    "rules": [
      {"where": {"success": "false", "error": ["unauthorized", "invalid_token", "forbidden"]}, "means": "authorization"},
      {"status": 200, "where": {"success": "false"}, "means": "unexpected", "say": "CharlieHR did not deliver what it was asked for."}
    ]
  },
  "absent": "unavailable",
  "prove": {"request": {"path": "/team_members", "query": {"page": "1", "per_page": "1"}}},
  "discovery": {"request": {"path": "/team_member_note_types"}, "records": "data", "id": "name", "name": "name", "optional": true},
  "tables": {
    "teams": {
      "request": {"path": "/teams", "query": {"page": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.next_url", "parameter": "page"},
      "key": "id",
      "value": "name",
      "optional": true
    },
    "offices": {
      "request": {"path": "/offices", "query": {"page": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.next_url", "parameter": "page"},
      "key": "id",
      "value": "name",
      "optional": true
    }
  },
  "lists": [
    {
      "request": {"path": "/team_members", "query": {"page": "{page.cursor}", "per_page": "{page.size}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.next_url", "parameter": "page", "size": 50, "total": "meta.total"}
    }
  ],
  "one": [{"request": {"path": "/team_members/{id}"}, "record": "data"}],
  "details": [
    {
      "name": "notes",
      "request": {"path": "/team_members/{record.id}/notes", "query": {"page": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.next_url", "parameter": "page"},
      "many": true
    }
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "display_name": "display_name",
    "emails": [{"value": ["work_email", "email"], "type": "work"}, {"value": "personal_email", "type": "personal"}],
    "employment_status": {"activeUntil": "end_date", "ended": "terminated"},
    "employment_start_date": "start_date",
    "employment_end_date": "end_date",
    "manager.id": "manager",
    "department": {"path": "teams", "pick": {}, "lookup": "teams"},
    "department_id": {"path": "teams", "pick": {}},
    "team": {"path": "teams", "pick": {}, "lookup": "teams"},
    "title": "job_title",
    "location": {"path": "office", "lookup": "offices"},
    "custom_fields": [{"each": "notes", "id": "note_type.name", "name": "note_type.name", "value": "content"}]
  },
  "limitations": [
    "CharlieHR has no status of its own: who has an end date is active until that day and terminated after it, and some leavers are no longer delivered at all.",
    "It has teams rather than departments; of several teams the first counts.",
    "Custom fields are notes, by the name of their type, and are asked for person by person.",
    "There is neither a language nor an employee number among its standard fields."
  ]
}
"""##
}
