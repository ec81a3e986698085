// Made from Sources/Connectors/Manifests/finch.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let finch: StaticString = ##"""
{
  "id": "finch",
  "name": "Finch",
  "documentation": "https://developer.tryfinch.com/api-reference",
  "base": "https://api.tryfinch.com",
  "authorizations": [
    {
      "kind": "bearer",
      "title": "Access token",
      "help": "Each company that has connected its payroll or HR system through Finch Connect has an access token of its own. It needs the products directory, individual and employment.",
      "settings": [
        {"name": "accessToken", "title": "Access token", "help": "Your application got it in exchange for the code at the end of Finch Connect.", "type": "secret"},
        {"name": "entityId", "title": "Entity id", "help": "Needed if the connection has several legal entities: Finch reads one at a time. Your Finch dashboard shows it with the connection.", "optional": true}
      ],
      "send": {"headers": {"Authorization": "Bearer {accessToken}"}}
    }
  ],
  "headers": {"Finch-API-Version": "2020-09-17"},
  "limits": {"atOnce": 2, "waits": [{"header": "retry-after-ms", "unit": "milliseconds"}]},
  "faults": {
    "words": ["message"],
    "rules": [
      {"status": 202, "means": "retry", "say": "Finch is still reading the HR system for the first time."},
      {"status": 401, "where": {"finch_code": "reauth_user"}, "means": "authorization", "say": "The company has to connect its HR system again, through Finch Connect."},
      {"status": 401, "means": "authorization", "say": "Finch refuses the access token."}
    ]
  },
  "absent": "unavailable",
  "prove": {"request": {"path": "/employer/directory", "query": {"limit": "1", "entity_ids[]": "{entityId}"}}},
  "lists": [
    {
      "request": {"path": "/employer/directory", "query": {"limit": "{page.size}", "offset": "{page.offset}", "entity_ids[]": "{entityId}"}},
      "records": "individuals",
      "paging": {"kind": "offset", "size": 500, "total": "paging.count"}
    }
  ],
  "one": [
    {
      "request": {"path": "/employer/individual", "query": {"entity_ids[]": "{entityId}"}, "json": {"requests": [{"individual_id": "{id}"}]}},
      "record": "responses.0.body"
    }
  ],
  "details": [
    {
      "name": "individual",
      "for": "page",
      "request": {"path": "/employer/individual", "query": {"entity_ids[]": "{entityId}"}, "json": {"requests": [{"each": {"individual_id": "{record.id}"}}]}},
      "records": "responses",
      "item": "body",
      "key": "individual_id",
      "code": "code"
    },
    {
      "name": "employment",
      "for": "page",
      "request": {"path": "/employer/employment", "query": {"entity_ids[]": "{entityId}"}, "json": {"requests": [{"each": {"individual_id": "{record.id}"}}]}},
      "records": "responses",
      "item": "body",
      "key": "individual_id",
      "code": "code"
    }
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "middle_name": "middle_name",
    "last_name": "last_name",
    "preferred_name": "individual.preferred_name",
    "emails": [{"each": "individual.emails", "address": "data", "type": "type"}],
    "birthday": "individual.dob",
    "gender": {"path": "individual.gender", "translate": {"decline_to_specify": null}},
    "marital_status": {"path": "individual.marital_status", "translate": {"unknown": null}},
    "employment_status": {
      "activeBefore": ["employment.latest_rehire_date", "employment.start_date"],
      "then": {
        "first": [
          "employment.employment_status",
          {"path": "employment.is_active", "translate": {"true": "active", "false": "inactive"}}
        ],
        "translate": {
          "active": "active", "leave": "active", "onboarding": "active", "prehire": "active",
          "terminated": "terminated", "retired": "terminated", "deceased": "terminated"
        }
      }
    },
    "employment_type": [{"path": "employment.employment", "get": "subtype"}, {"path": "employment.employment", "get": "type"}],
    "employment_start_date": ["employment.latest_rehire_date", "employment.start_date"],
    "employment_end_date": "employment.end_date",
    "title": "employment.title",
    "department": {"path": "employment.department", "get": "name"},
    "manager.id": {"path": "employment.manager", "get": "id"},
    "location": {"path": "employment.location", "get": "city"},
    "country": {"path": "employment.location", "get": "country"},
    "custom_fields": [
      {"each": "employment.custom_fields", "id": "name", "name": "name", "value": "value"},
      {"id": "source_id", "name": "Id in the HR system", "value": "employment.source_id"}
    ]
  },
  "limitations": [
    "Finch reads the HR system once a day, assisted connections once a week or less often; what is there now comes later.",
    "Finch has no employee number. The id in the HR system, which is often the payroll number, is a custom field.",
    "Departments have names only, and there is no language. Assisted connections have no custom fields.",
    "Of somebody whose details Finch cannot deliver, the fields keep the values that they have."
  ]
}
"""##
}
