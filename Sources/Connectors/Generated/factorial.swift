// Made from Sources/Connectors/Manifests/factorial.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let factorial: StaticString = ##"""
{
  "id": "factorial",
  "name": "Factorial",
  "documentation": "https://apidoc.factorialhr.com/docs",
  "base": "https://api.factorialhr.com/api/{version}/resources",
  "settings": [
    {
      "name": "version",
      "title": "Version of the API",
      "help": "Factorial publishes a version each quarter and ends it a year or so later: set a newer date when this one ends.",
      "format": "label",
      "optional": true,
      "default": "2026-07-01"
    }
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key",
      "help": "In Factorial: Settings › API keys. A key sees everything of the company.",
      "settings": [{"name": "apiKey", "title": "API key", "help": "It is shown once, when it is made.", "type": "secret"}],
      "send": {"headers": {"x-api-key": "{apiKey}"}}
    },
    {
      "kind": "authorizationCode",
      "title": "Sign in with Factorial",
      "help": "For registered applications: the client id and secret are those of your application in Factorial.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "Of your application."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of your application.", "type": "secret"}
      ],
      "code": {"authorize": "https://api.factorialhr.com/oauth/authorize", "token": "https://api.factorialhr.com/oauth/token", "lifetimeSeconds": 3600},
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "limits": {"atOnce": 2},
  "faults": {"words": ["error", "errors.0.message", "errors.0"]},
  "absent": "unavailable",
  "prove": {"request": {"path": "/api_public/credentials"}},
  "labels": {
    "request": {"path": "/custom_fields/fields", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
    "records": "data",
    "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
    "id": "id",
    "name": "label_text"
  },
  "tables": {
    "teams": {
      "request": {"path": "/teams/teams", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "id",
      "value": "name",
      "optional": true
    },
    "memberships": {
      "request": {"path": "/teams/memberships", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "employee_id",
      "many": true,
      "optional": true
    },
    "contracts": {
      "request": {"path": "/contracts/contract_versions", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "employee_id",
      "many": true,
      "optional": true
    },
    "locations": {
      "request": {"path": "/locations/locations", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "id",
      "value": "name",
      "optional": true
    },
    "countries": {
      "request": {"path": "/locations/locations", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "id",
      "value": "country",
      "optional": true
    },
    "timezones": {
      "request": {"path": "/locations/locations", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "id",
      "value": "timezone",
      "optional": true
    },
    "values": {
      "request": {"path": "/custom_fields/values", "query": {"valuable_type": "Employee", "limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"},
      "key": "valuable_id",
      "many": true,
      "optional": true
    }
  },
  "lists": [
    {
      "request": {"path": "/employees/employees", "query": {"limit": "{page.size}", "after_id": "{page.cursor}"}},
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.end_cursor", "more": "meta.has_next_page", "size": 100, "total": "meta.total"}
    }
  ],
  "one": [
    {"request": {"path": "/employees/employees/{id}"}},
    {"request": {"path": "/employees/employees/{id}"}, "record": "data"}
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "preferred_name": "preferred_name",
    "display_name": "full_name",
    "emails": [{"value": "login_email", "type": "work"}, {"value": ["personal_email", "email"], "type": "personal"}],
    "employment_status": {
      "activeBefore": ["seniority_calculation_date", {"path": "id", "lookup": {"table": "contracts", "pick": {"earliest": "starts_on"}, "get": "starts_on"}}],
      "then": [
        {"path": "active", "translate": {"true": "active", "false": "terminated"}},
        {"activeUntil": "terminated_on"}
      ]
    },
    "employment_start_date": ["seniority_calculation_date", {"path": "id", "lookup": {"table": "contracts", "pick": {"earliest": "starts_on"}, "get": "starts_on"}}],
    "employment_end_date": "terminated_on",
    "employee_number": "company_identifier",
    "title": {"path": "id", "lookup": {"table": "contracts", "pick": {"prefer": {"is_reference": "true"}, "effective": "effective_on"}, "get": "job_title"}},
    "department": {"path": "id", "lookup": [{"table": "memberships", "pick": {"earliest": "id"}, "get": "team_id"}, "teams"]},
    "department_id": {"path": "id", "lookup": {"table": "memberships", "pick": {"earliest": "id"}, "get": "team_id"}},
    "location": {"path": "location_id", "lookup": "locations"},
    "country": {"path": "location_id", "lookup": "countries"},
    "timezone": {"path": "location_id", "lookup": "timezones"},
    "manager.id": "manager_id",
    "birthday": "birthday_on",
    "gender": "gender",
    "pronouns": "pronouns",
    "nationality": "nationality",
    "custom_fields": [
      {
        "each": {"path": "id", "lookup": "values"},
        "id": "field_id",
        "name": "label",
        "value": ["long_text_value", "single_choice_value", "date_value", {"path": "cents_value", "as": "hundredths"}, "rating_value", "value"]
      }
    ]
  },
  "limitations": [
    "The department is the first of the employee's teams. Title and, where it is not set on the employee, the start come from the contracts.",
    "Factorial's versions of the API end about a year after their date; the version then has to be set anew.",
    "What the key may not read (teams, contracts, custom fields) keeps the values that it has. There is no language."
  ]
}
"""##
}
