// Made from Sources/Connectors/Manifests/gusto.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let gusto: StaticString = ##"""
{
  "id": "gusto",
  "name": "Gusto",
  "documentation": "https://docs.gusto.com/app-integrations/reference/get-v1-companies-company_id-employees",
  "base": "https://api.gusto.com",
  "authorizations": [
    {
      "kind": "authorizationCode",
      "title": "Sign in with Gusto",
      "help": "Gusto has no API keys: register an application in its developer portal (dev.gusto.com) and sign in as an administrator of the company. For the demo environment give https://api.gusto-demo.com below Other address.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "Of your application in Gusto's developer portal."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of your application.", "type": "secret"}
      ],
      "code": {"authorize": "https://api.gusto.com/oauth/authorize", "token": "https://api.gusto.com/oauth/token", "lifetimeSeconds": 7200},
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "headers": {"X-Gusto-API-Version": "2024-04-01"},
  "limits": {"perMinute": 200, "atOnce": 3},
  "faults": {"words": ["errors.0.message", "error_description", "error"]},
  "absent": "unavailable",
  "variables": {"company": {"request": {"path": "/v1/token_info"}, "value": "resource.uuid"}},
  "prove": {"request": {"path": "/v1/companies/{company}/employees", "query": {"page": "1", "per": "1"}}},
  "labels": {
    "request": {"path": "/v1/companies/{company}/custom_fields"},
    "records": "custom_fields",
    "id": "id",
    "name": "name"
  },
  "lists": [
    {
      "request": {
        "path": "/v1/companies/{company}/employees",
        "query": {"page": "{page.number}", "per": "{page.size}", "include": "custom_fields"}
      },
      "paging": {"kind": "page", "size": 100, "end": "total", "totalHeader": "X-Total-Count"}
    }
  ],
  "one": [{"request": {"path": "/v1/employees/{id}", "query": {"include": "custom_fields"}}}],
  "employee": {
    "id": "uuid",
    "first_name": "first_name",
    "last_name": "last_name",
    "preferred_name": "preferred_first_name",
    "emails": [{"value": "work_email", "type": "work"}, {"value": "email", "type": "personal"}],
    "employment_status": {"path": "terminated", "as": "boolean", "translate": {"true": "terminated", "false": "active"}},
    "employment_type": "current_employment_status",
    "employment_start_date": {"path": "jobs", "pick": {"prefer": {"primary": "true"}}, "get": "hire_date"},
    "employment_end_date": {
      "path": "terminations",
      "pick": {"latest": "effective_date"},
      "get": "effective_date",
      "notBefore": {"path": "jobs", "pick": {"prefer": {"primary": "true"}}, "get": "hire_date"}
    },
    "manager.id": "manager_uuid",
    "department": "department",
    "department_id": "department_uuid",
    "title": {"path": "jobs", "pick": {"prefer": {"primary": "true"}}, "get": "title"},
    "custom_fields": [{"each": "custom_fields", "id": "company_custom_field_id", "name": "name", "value": "value"}]
  },
  "limitations": [
    "Contractors are a list of their own in Gusto and are not read.",
    "People who are still being onboarded count as active; who was dismissed stays in the list as terminated.",
    "There is neither a language nor an employee number nor a place of work among what it delivers about people.",
    "An end before the newest hire date is that of an earlier employment and is left out."
  ]
}
"""##
}
