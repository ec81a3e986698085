// Made from Sources/Connectors/Manifests/kombo.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let kombo: StaticString = ##"""
{
  "id": "kombo",
  "name": "Kombo",
  "documentation": "https://docs.kombo.dev/hris/getting-started/introduction",
  "base": "https://{region}/v1",
  "settings": [
    {
      "name": "region",
      "title": "Region",
      "help": "Where your Kombo environment is.",
      "type": "choice",
      "choices": {"EU": "api.kombo.dev", "US": "api.us.kombo.dev"},
      "default": "EU"
    }
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key and integration",
      "help": "The key belongs to your Kombo environment, the integration to one customer's HR system.",
      "settings": [
        {"name": "apiKey", "title": "API key", "help": "In Kombo's dashboard under Secrets. Each environment has its own.", "type": "secret"},
        {"name": "integrationId", "title": "Integration id", "help": "In Kombo's dashboard under Integrations, such as workday:HWUTwvyx2wLoSUHphiWVrp28."}
      ],
      "send": {"headers": {"Authorization": "Bearer {apiKey}", "X-Integration-Id": "{integrationId}"}}
    }
  ],
  "limits": {"atOnce": 2},
  "faults": {
    "words": ["error.message", "error.title", "error.code"],
    "rules": [
      {"where": {"error.code": ["PLATFORM.RATE_LIMIT_EXCEEDED", "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "REMOTE.RATE_LIMIT_EXCEEDED"]}, "means": "rateLimit"},
      {"where": {"error.code": "PLATFORM.AUTHENTICATION_INVALID"}, "means": "authorization", "say": "Kombo refuses the API key."},
      {"where": {"error.code": "PLATFORM.IP_NOT_WHITELISTED"}, "means": "authorization", "say": "Kombo is set up to refuse requests from this server's address."},
      {"where": {"error.code": "PLATFORM.INTEGRATION_NOT_FOUND"}, "means": "authorization", "say": "Kombo knows no such integration in this environment."},
      {"where": {"error.code": "INTEGRATION.AUTHENTICATION_INVALID"}, "means": "authorization", "say": "The customer has to connect the HR system again, in Kombo."},
      {"where": {"error.code": "INTEGRATION.PERMISSION_MISSING"}, "means": "authorization", "say": "Kombo lacks a right in the HR system."},
      {"where": {"error.code": ["INTEGRATION.SETUP_INCOMPLETE", "INTEGRATION.QA_FAILED", "INTEGRATION.INACTIVE"]}, "means": "authorization", "say": "The integration is not set up to the end, or is switched off, in Kombo."},
      {"where": {"error.code": "INTEGRATION.SETUP_SYNC_PENDING"}, "means": "incomplete", "say": "Kombo is still reading the HR system for the first time. The next run tries again."},
      {"where": {"error.code": ["INTEGRATION.MODEL_NOT_AVAILABLE", "INTEGRATION.MODEL_DISABLED"]}, "means": "unsupported", "say": "This integration does not deliver employees."},
      {"where": {"error.code": ["PLATFORM.TASK_TIMED_OUT", "PLATFORM.UNKNOWN_ERROR", "REMOTE.SERVICE_UNAVAILABLE", "REMOTE.UNKNOWN_HTTP_ERROR"]}, "means": "retry"},
      {"status": 200, "where": {"status": "error"}, "means": "unexpected"}
    ]
  },
  "absent": "unavailable",
  "prove": {
    "request": {"path": "/integrations/{integrationId}"},
    "at": "data",
    "where": {"status": "ACTIVE"},
    "say": "The integration is not active: the customer has to connect the HR system again, in Kombo."
  },
  "labels": {
    "request": {"path": "/integrations/{integrationId}/integration-fields", "query": {"page_size": "{page.size}", "cursor": "{page.cursor}"}},
    "records": "data.results",
    "paging": {"kind": "cursor", "next": "data.next", "size": 100},
    "id": "key",
    "name": "label",
    "where": {"model": "hris_employees", "type": "CUSTOM"}
  },
  "lists": [
    {
      "request": {"path": "/hris/employees", "query": {"page_size": "{page.size}", "cursor": "{page.cursor}", "include_deleted": "true"}},
      "records": "data.results",
      "paging": {"kind": "cursor", "next": "data.next", "size": 250}
    }
  ],
  "one": [{"request": {"path": "/hris/employees", "query": {"ids": "{id}", "include_deleted": "true", "ignore_unsupported_filters": "true"}}, "record": "data.results"}],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "display_name": "display_full_name",
    "emails": [{"value": "work_email", "type": "work"}, {"value": "personal_email", "type": "personal"}],
    "employee_number": "employee_number",
    "employment_status": {"path": "employment_status", "translate": {"ACTIVE": "active", "PENDING": "active", "LEAVE": "active", "INACTIVE": "inactive"}},
    "employment_type": {
      "path": "employment_type",
      "translate": {"FULL_TIME": "full_time", "PART_TIME": "part_time", "CONTRACT": "contractor", "INTERNSHIP": "intern", "FREELANCE": "freelance"}
    },
    "employment_start_date": "start_date",
    "employment_end_date": "termination_date",
    "title": "job_title",
    "department": {"path": "groups", "pick": {"where": {"type": "DEPARTMENT"}}, "get": "name"},
    "department_id": {"path": "groups", "pick": {"where": {"type": "DEPARTMENT"}}, "get": "id"},
    "team": {"path": "groups", "pick": {"where": {"type": "TEAM"}}, "get": "name"},
    "cost_center": {"path": "groups", "pick": {"where": {"type": "COST_CENTER"}}, "get": "name"},
    "company_name": {"path": "legal_entity", "get": "name"},
    "location": [{"path": "work_location", "get": "name"}, {"path": "work_location", "get": "address.city"}],
    "country": {"path": "work_location", "get": "address.country"},
    "manager.id": "manager_id",
    "manager.name": {"path": "manager", "get": "display_full_name"},
    "manager.email": {"path": "manager", "get": "work_email"},
    "birthday": "date_of_birth",
    "gender": "gender",
    "marital_status": "marital_status",
    "nationality": "nationality",
    "custom_fields": [
      {"each": "integration_fields", "where": {"type": "CUSTOM"}, "id": "key", "name": "label", "value": "value"},
      {"members": "custom_fields"}
    ],
    "deleted": "remote_deleted_at"
  },
  "limitations": [
    "Kombo gives what it read from the HR system last, not what is there now.",
    "A work address that is not valid is delivered as none.",
    "Whoever disappears from the HR system counts as deleted as soon as Kombo notices.",
    "Custom fields are those that are mapped in Kombo, and those that the HR system has of its own. There is no language."
  ]
}
"""##
}
