// Made from Sources/Connectors/Manifests/deel.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let deel: StaticString = ##"""
{
  "id": "deel",
  "name": "Deel",
  "documentation": "https://developer.deel.com/api/reference/endpoints/people",
  "base": "https://api.letsdeel.com/rest/v2",
  "authorizations": [
    {
      "kind": "bearer",
      "title": "API token",
      "help": "In Deel: More › Developer › Access tokens. Make an organization token with the scope people:read. For the sandbox give its address below Other address.",
      "settings": [{"name": "apiToken", "title": "API token", "help": "It is shown once, when it is made.", "type": "secret"}],
      "send": {"headers": {"Authorization": "Bearer {apiToken}"}}
    },
    {
      "kind": "authorizationCode",
      "title": "Sign in with Deel",
      "help": "For registered applications: the client id and secret are those of your application in Deel's developer centre.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "Of your application."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of your application.", "type": "secret"}
      ],
      "code": {
        "authorize": "https://app.deel.com/oauth2/authorize",
        "token": "https://app.deel.com/oauth2/tokens",
        "scope": "people:read organizations:read",
        "client": "basic",
        "lifetimeSeconds": 2592000
      },
      "send": {"headers": {"Authorization": "Bearer {token}", "x-client-id": "{clientId}"}}
    }
  ],
  "limits": {"perMinute": 300, "atOnce": 3},
  "faults": {"words": ["errors.0.message", "error.message"]},
  "absent": "unavailable",
  "prove": {"request": {"path": "/people", "query": {"offset": "0", "limit": "1"}}},
  "labels": {"request": {"path": "/people/custom_fields"}, "records": "data", "id": "id", "name": "name"},
  "lists": [
    {
      "request": {"path": "/people", "query": {"offset": "{page.offset}", "limit": "{page.size}"}},
      "records": "data",
      "paging": {"kind": "offset", "size": 50, "total": "page.total_rows"}
    }
  ],
  "one": [{"request": {"path": "/people/{id}"}, "record": "data"}],
  "details": [
    {"name": "custom", "request": {"path": "/people/{record.id}/custom_fields"}, "records": "data", "many": true}
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "display_name": "full_name",
    "preferred_name": "preferred_first_name",
    "emails": [{"each": "emails", "address": "value", "type": "type"}],
    "employment_status": {
      "first": [
        {"path": "person_status", "translate": {"ACTIVE": "active", "OFFBOARDING": "active", "NOT_STARTED": "active", "INACTIVE": "inactive"}},
        {
          "path": "hiring_status",
          "translate": {"pending_invite": "active", "invited": "active", "onboarding*": "active", "onboarded": "active", "active": "active", "offboarding": "active", "inactive": "inactive"}
        }
      ]
    },
    "employment_type": "hiring_type",
    "employment_start_date": "start_date",
    "employment_end_date": {"first": ["direct_employee_termination_last_day", "completion_date"], "notBefore": "start_date"},
    "employee_number": ["external_id", "worker_id"],
    "manager.id": {"path": "direct_manager", "get": "id"},
    "manager.email": {"path": "direct_manager", "get": "work_email"},
    "department": {"path": "department", "get": "name"},
    "department_id": {"path": "department", "get": "id"},
    "company_name": {"path": "client_legal_entity", "get": "name"},
    "title": "job_title",
    "location": "work_location",
    "country": "country",
    "timezone": "timezone",
    "birthday": "birth_date",
    "nationality": "nationality",
    "custom_fields": [{"each": "custom", "id": "id", "name": "name", "value": ["data.value", "data.option", "data.options", "data.amount"]}]
  },
  "limitations": [
    "People who have only been invited are no people in Deel yet and come once they have accepted.",
    "Who has several employments (such as contractor and employee) is one person with the dates and the title of the main one.",
    "Custom fields are asked for person by person, so that a sync of a thousand people takes some minutes.",
    "The employee number is the external id, or the worker id of people without one.",
    "There is no language among its standard fields."
  ]
}
"""##
}
