// Made from Sources/Connectors/Manifests/breathehr.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let breathehr: StaticString = ##"""
{
  "id": "breathehr",
  "name": "Breathe",
  "documentation": "https://developer.breathehr.com",
  "base": "https://api.breathehr.com/v1",
  "settings": [
    {"name": "formerEmployees", "title": "Former employees", "help": "Asks for leavers too, so that they are seen leaving rather than missing. Switch it off only if Breathe refuses it.", "type": "boolean", "optional": true, "default": true},
    {"name": "customFields", "title": "Custom fields", "help": "They are only in each person's own record, so that every person is one more request, and Breathe allows sixty a minute.", "type": "boolean", "optional": true, "default": true}
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key",
      "help": "In Breathe: Configure › More › API set up, as an administrator of the account. Switch the API on and copy the production key. For the sandbox give https://api.sandbox.breathehr.info below Other address.",
      "settings": [{"name": "apiKey", "title": "API key", "help": "Of the account, at least 48 characters.", "type": "secret"}],
      "send": {"headers": {"X-API-KEY": "{apiKey}"}}
    }
  ],
  "limits": {"perMinute": 60, "atOnce": 2},
  "faults": {"words": ["error.message", "error.type"]},
  "absent": "unavailable",
  "prove": {"request": {"path": "/divisions"}},
  "lists": [
    {
      "when": {"formerEmployees": "true"},
      "request": {"path": "/employees", "query": {"page": "1", "per_page": "{page.size}", "filter": "all"}},
      "records": "employees",
      "mayBeBare": true,
      "paging": {"kind": "linkHeader", "size": 100}
    },
    {
      "when": {"formerEmployees": "false"},
      "request": {"path": "/employees", "query": {"page": "1", "per_page": "{page.size}"}},
      "records": "employees",
      "mayBeBare": true,
      "paging": {"kind": "linkHeader", "size": 100}
    }
  ],
  "one": [
    {"request": {"path": "/employees/{id}"}, "record": "employees"},
    {"request": {"path": "/employees/{id}"}}
  ],
  "details": [
    {"name": "whole", "when": {"customFields": "true"}, "request": {"path": "/employees/{record.id}"}, "records": "employees", "mayBeBare": true}
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "middle_name": "middle_name",
    "preferred_name": "known_as",
    "emails": [{"value": "email", "type": "work"}, {"value": "personal_email", "type": "personal"}],
    "employment_status": {
      "first": [
        {"path": "status", "translate": {"Current*": "active", "Ex-employee*": "terminated", "*": null}},
        {"activeUntil": {"path": "leaving_date", "order": "dayMonthYear"}, "ended": "terminated", "then": "status"}
      ]
    },
    "employment_start_date": {"path": "join_date", "order": "dayMonthYear"},
    "employment_end_date": {"path": "leaving_date", "order": "dayMonthYear", "notBefore": {"path": "join_date", "order": "dayMonthYear"}},
    "employee_number": ["employee_ref", "ref_number"],
    "manager.id": {"path": "line_manager", "get": "id"},
    "department": {"path": "department", "get": "name"},
    "department_id": {"path": "department", "get": "id"},
    "division": {"path": "division", "get": "name"},
    "title": "job_title",
    "location": {"path": "location", "get": "name"},
    "custom_fields": [{"members": "whole.custom_fields"}]
  },
  "limitations": [
    "Custom fields are only in each person's own record; at sixty requests a minute a sync of a thousand people takes a quarter of an hour. They can be switched off.",
    "Breathe shows a person's custom fields only where they are filled, and has no list of them; one that nobody has filled cannot be found by name.",
    "Breathe does not say how many people there are, so the end of the list is where its last page says it is.",
    "There is no language among its standard fields."
  ]
}
"""##
}
