// Made from Sources/Connectors/Manifests/sage-hr.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let sageHr: StaticString = ##"""
{
  "id": "sage-hr",
  "name": "Sage HR",
  "documentation": "https://developer.sage.com/hr/",
  "base": "https://{subdomain}.sage.hr/api",
  "settings": [
    {"name": "subdomain", "title": "Subdomain", "help": "The part before .sage.hr in the address of your Sage HR.", "format": "label"},
    {
      "name": "customFields",
      "title": "Read custom fields",
      "help": "Sage HR gives custom fields only one employee at a time, so that a sync takes as many requests as there are employees.",
      "type": "boolean",
      "optional": true,
      "default": false
    }
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key",
      "help": "In Sage HR: Settings › Integrations › API, switch on API access.",
      "settings": [{"name": "apiKey", "title": "API key", "help": "It is shown at the same place. It does not expire.", "type": "secret"}],
      "send": {"headers": {"X-Auth-Token": "{apiKey}"}}
    }
  ],
  "limits": {"atOnce": 2},
  "faults": {"words": ["errors.0", "errors.0.message"]},
  "absent": "unavailable",
  "prove": {"request": {"path": "/employees", "query": {"page": "1"}}},
  "lists": [
    {
      "request": {"path": "/employees", "query": {"page": "{page.number}"}},
      "records": "data",
      "paging": {"kind": "page", "next": "meta.next_page", "total": "meta.total_entries"}
    },
    {
      "request": {"path": "/terminated-employees", "query": {"page": "{page.number}"}},
      "records": "data",
      "paging": {"kind": "page", "next": "meta.next_page", "total": "meta.total_entries"},
      "details": false,
      "employee": {"employment_status": {"constant": "terminated"}}
    }
  ],
  "one": [
    {"request": {"path": "/employees/{id}"}, "record": "data"},
    {"request": {"path": "/terminated-employees/{id}"}, "record": "data", "details": false, "employee": {"employment_status": {"constant": "terminated"}}}
  ],
  "details": [
    {
      "name": "ownFields",
      "when": {"customFields": "true"},
      "request": {"path": "/employees/{record.id}/custom-fields"},
      "records": "data",
      "many": true
    }
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "emails": [{"value": "email", "type": "work"}],
    "employment_status": {"constant": "active"},
    "employment_type": "employment_status",
    "employment_start_date": "employment_start_date",
    "employment_end_date": {"path": "termination_date", "absent": "none"},
    "employee_number": "employee_number",
    "title": "position",
    "department": "team",
    "department_id": "team_id",
    "manager.id": "reports_to_employee_id",
    "gender": "gender",
    "birthday": "date_of_birth",
    "custom_fields": [{"each": "ownFields", "id": "id", "name": "label", "value": "value"}]
  },
  "limitations": [
    "Who is active and who has left are two lists; whoever is in neither counts as deleted.",
    "Of leavers Sage HR tells little: their department, manager and custom fields stay as they were.",
    "There is no language. City and country are those of the home and are not read."
  ]
}
"""##
}
