// Made from Sources/Connectors/Manifests/personio.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let personio: StaticString = ##"""
{
  "id": "personio",
  "name": "Personio",
  "documentation": "https://developer.personio.de/v2.0/reference",
  "base": "https://api.personio.de",
  "authorizations": [
    {
      "kind": "clientCredentials",
      "title": "API credentials",
      "help": "In Personio: Settings › Integrations › API credentials, of a custom integration (Core Pro plan). Grant reading of persons, employments and org units, and tick every employee attribute that you want to use.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "It is shown with the credentials."},
        {"name": "clientSecret", "title": "Client secret", "help": "It is shown once.", "type": "secret"},
        {"name": "partnerId", "title": "Partner id", "help": "If Personio gave you one.", "optional": true},
        {"name": "appId", "title": "App id", "help": "A name for this integration, for Personio's support.", "optional": true, "default": "STAFFETTA"}
      ],
      "token": {
        "request": {
          "path": "/v2/auth/token",
          "form": {"grant_type": "client_credentials", "client_id": "{clientId}", "client_secret": "{clientSecret}"}
        },
        "lifetimeSeconds": 86400
      },
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "headers": {"X-Personio-Partner-ID": "{partnerId}", "X-Personio-App-ID": "{appId}"},
  "limits": {"atOnce": 4, "remaining": "x-ratelimit-remaining"},
  "faults": {"words": ["errors.0.detail", "errors.0.title", "error_description", "error"]},
  "absent": "unavailable",
  "prove": {"request": {"path": "/v2/persons", "query": {"limit": "1"}}},
  "tables": {
    "departments": {
      "request": {"path": "/v2/org-units", "query": {"type": "department", "limit": "{page.size}", "cursor": "{page.cursor}"}},
      "records": "_data",
      "paging": {"kind": "cursor", "next": "_meta.links.next.href", "parameter": "cursor", "size": 50},
      "key": "id",
      "value": "name",
      "optional": true
    },
    "teams": {
      "request": {"path": "/v2/org-units", "query": {"type": "team", "limit": "{page.size}", "cursor": "{page.cursor}"}},
      "records": "_data",
      "paging": {"kind": "cursor", "next": "_meta.links.next.href", "parameter": "cursor", "size": 50},
      "key": "id",
      "value": "name",
      "optional": true
    }
  },
  "lists": [
    {
      "request": {"path": "/v2/persons", "query": {"limit": "{page.size}", "cursor": "{page.cursor}"}},
      "records": "_data",
      "paging": {"kind": "cursor", "next": "_meta.links.next.href", "parameter": "cursor", "size": 50}
    }
  ],
  "one": [{"request": {"path": "/v2/persons/{id}"}}],
  "details": [
    {
      "name": "employment",
      "request": {"path": "/v2/persons/{record.id}/employments", "query": {"limit": "{page.size}", "cursor": "{page.cursor}"}},
      "records": "_data",
      "paging": {"kind": "cursor", "next": "_meta.links.next.href", "parameter": "cursor", "size": 50},
      "pick": {"prefer": {"status": ["ACTIVE", "LEAVE", "ONBOARDING"]}, "latest": "employment_start_date"}
    }
  ],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "preferred_name": "preferred_name",
    "emails": [{"value": "email", "type": "work"}],
    "gender": {"path": "gender", "translate": {"UNSPECIFIED": null}},
    "employment_status": {
      "first": ["employment.status", "status"],
      "translate": {"ACTIVE": "active", "LEAVE": "active", "ONBOARDING": "active", "INACTIVE": "inactive", "UNSPECIFIED": null}
    },
    "employment_type": {"path": "employment.type", "translate": {"INTERNAL": "internal", "EXTERNAL": "external", "UNSPECIFIED": null}},
    "employment_start_date": "employment.employment_start_date",
    "employment_end_date": ["employment.employment_end_date", "employment.termination.termination_date"],
    "manager.id": {"path": "employment.supervisor", "get": "id"},
    "title": {"path": "employment.position", "get": "title"},
    "department_id": {"path": "employment.org_units", "pick": {"where": {"type": "department"}}, "get": "id"},
    "department": {"path": "employment.org_units", "pick": {"where": {"type": "department"}}, "get": "id", "lookup": "departments"},
    "team": {"path": "employment.org_units", "pick": {"where": {"type": "team"}}, "get": "id", "lookup": "teams"},
    "custom_fields": [{"each": "custom_attributes", "id": "id", "name": "label", "value": "value"}]
  },
  "limitations": [
    "Personio leaves out every attribute that is not ticked for the credentials; such fields keep the values that they have.",
    "Employments are read person by person, so that a sync of a thousand people takes some minutes.",
    "Language, employee number and private address exist only as custom attributes; offices have no name in this version of the API."
  ]
}
"""##
}
