// Made from Sources/Connectors/Manifests/rippling.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let rippling: StaticString = ##"""
{
  "id": "rippling",
  "name": "Rippling",
  "documentation": "https://developer.rippling.com/documentation/rest-api/reference/list-workers",
  "base": "https://rest.ripplingapis.com",
  "authorizations": [
    {
      "kind": "bearer",
      "title": "API token",
      "help": "In Rippling: Settings › Company settings › API access. Make a token with the scopes workers.read, users.read and departments.read. It sees what the administrator sees who makes it.",
      "settings": [{"name": "apiToken", "title": "API token", "help": "It is shown once, when it is made.", "type": "secret"}],
      "send": {"headers": {"Authorization": "Bearer {apiToken}"}}
    }
  ],
  "faults": {"words": ["error.message", "error.detail", "detail"]},
  "absent": "unavailable",
  "withheld": "__meta.redacted_fields",
  "partial": {
    "path": "__meta.redacted_fields",
    "name": "name",
    "fields": {
      "user": ["display_name", "preferred_language"],
      "work_email": ["emails"],
      "personal_email": ["emails"],
      "status": ["employment_status"],
      "start_date": ["employment_start_date"],
      "end_date": ["employment_end_date"],
      "number": ["employee_number"],
      "manager": ["manager"],
      "manager_id": ["manager"],
      "department": ["department", "department_id"],
      "department_id": ["department", "department_id"],
      "title": ["title"],
      "location": ["location"],
      "custom_fields": ["custom_fields"],
      "*": []
    }
  },
  "prove": {
    "request": {"path": "/workers/", "query": {"limit": "1", "expand": "user"}},
    "at": "results",
    "where": {"user.id": "*"},
    "say": "The token lacks the scope users.read, without which people have no names."
  },
  "ready": [
    {
      "request": {"path": "/workers/", "query": {"limit": "1", "expand": "user"}},
      "at": "results",
      "where": {"user.id": "*"},
      "say": "The token lacks the scope users.read, without which people have no names."
    }
  ],
  "tables": {
    "departments": {
      "request": {"path": "/departments/", "query": {"limit": "{page.size}"}},
      "records": "results",
      "paging": {"kind": "link", "next": "next_link", "size": 100},
      "key": "id",
      "value": "name",
      "optional": true
    }
  },
  "lists": [
    {
      "request": {"path": "/workers/", "query": {"limit": "{page.size}", "expand": "user,department,custom_fields", "order_by": "id"}},
      "records": "results",
      "paging": {"kind": "link", "next": "next_link", "size": 100}
    }
  ],
  "one": [{"request": {"path": "/workers/{id}/", "query": {"expand": "user,department,custom_fields"}}}],
  "employee": {
    "id": "id",
    "first_name": "user.name.given_name",
    "last_name": "user.name.family_name",
    "display_name": "user.display_name",
    "emails": [{"value": "work_email", "type": "work"}, {"value": "personal_email", "type": "personal"}],
    "preferred_language": ["user.preferred_language", "user.locale"],
    "employment_status": {
      "path": "status",
      "translate": {"INIT": "active", "HIRED": "active", "ACCEPTED": "active", "ACTIVE": "active", "TERMINATED": "terminated"}
    },
    "employment_start_date": "start_date",
    "employment_end_date": {"path": "end_date", "notBefore": "start_date"},
    "employee_number": "number",
    "manager.id": "manager_id",
    "department": ["department.name", {"path": "department_id", "lookup": "departments"}],
    "department_id": "department_id",
    "title": "title",
    "location": [{"path": "location", "get": "name"}, {"path": "location", "as": "word"}],
    "custom_fields": [{"each": "custom_fields", "id": "name", "name": "name", "value": "value"}]
  },
  "limitations": [
    "A token sees only the people and fields that the administrator sees who made it; fields that Rippling leaves out or calls redacted keep the values that they have.",
    "A token that has not been used for thirty days stops working.",
    "Names come with the user of a worker, so the scope users.read is indispensable.",
    "Who has been hired and has not started yet counts as active.",
    "Applications of Rippling's app shop (OAuth) are not supported."
  ]
}
"""##
}
