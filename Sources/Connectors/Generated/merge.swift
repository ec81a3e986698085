// Made from Sources/Connectors/Manifests/merge.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let merge: StaticString = ##"""
{
  "id": "merge",
  "name": "Merge",
  "documentation": "https://docs.merge.dev/hris/overview/",
  "base": "https://{region}/api/hris/v1",
  "settings": [
    {
      "name": "region",
      "title": "Region",
      "help": "Where your Merge organization is: the beginning of its dashboard's address tells (app.merge.dev, app-eu.merge.dev, app-ap.merge.dev).",
      "type": "choice",
      "choices": {"US": "api.merge.dev", "EU": "api-eu.merge.dev", "Asia-Pacific": "api-ap.merge.dev"},
      "default": "US"
    }
  ],
  "authorizations": [
    {
      "kind": "bearer",
      "title": "Access key and account token",
      "help": "The access key belongs to your Merge organization, the account token to the linked account, which is one customer's HR system.",
      "settings": [
        {"name": "accessKey", "title": "Access key", "help": "In Merge's dashboard under Advanced › API keys: a production access key (or a test access key, for test accounts).", "type": "secret"},
        {"name": "accountToken", "title": "Account token", "help": "In Merge's dashboard under Linked accounts, of the account that is to be read.", "type": "secret"}
      ],
      "send": {"headers": {"Authorization": "Bearer {accessKey}", "X-Account-Token": "{accountToken}"}}
    }
  ],
  "limits": {"perMinute": 100, "remaining": "X-RateLimit-Remaining"},
  "faults": {
    "words": ["detail", "errors.0.detail", "errors.0.title"],
    "rules": [{"status": 401, "means": "authorization", "say": "Merge refuses the access key or the account token."}]
  },
  "absent": "unavailable",
  "prove": {
    "request": {"path": "/account-details"},
    "where": {"status": "COMPLETE"},
    "say": "The linked account is not connected to its HR system, or has to be linked again, in Merge."
  },
  "ready": [
    {
      "request": {"path": "/sync-status", "query": {"page_size": "100"}},
      "at": "results",
      "where": {"model_name": "Employee", "status": "DONE", "last_sync_result": ["DONE", null]},
      "say": "Merge has not read the HR system's employees to the end, or is reading them just now. The next run tries again."
    }
  ],
  "lists": [
    {
      "request": {
        "path": "/employees",
        "query": {
          "page_size": "{page.size}",
          "cursor": "{page.cursor}",
          "include_deleted_data": "true",
          "expand": "company,employments,groups,manager,team,work_location"
        }
      },
      "records": "results",
      "paging": {"kind": "cursor", "next": "next", "size": 100}
    }
  ],
  "one": [{"request": {"path": "/employees/{id}", "query": {"expand": "company,employments,groups,manager,team,work_location"}}}],
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "preferred_name": "preferred_name",
    "display_name": "display_full_name",
    "emails": [{"value": "work_email", "type": "work"}, {"value": "personal_email", "type": "personal"}],
    "employee_number": "employee_number",
    "employment_status": {"path": "employment_status", "translate": {"ACTIVE": "active", "PENDING": "active", "INACTIVE": "inactive"}},
    "employment_type": {
      "path": "employments",
      "pick": {"effective": "effective_date"},
      "get": "employment_type",
      "translate": {"FULL_TIME": "full_time", "PART_TIME": "part_time", "INTERN": "intern", "CONTRACTOR": "contractor", "FREELANCE": "freelance"}
    },
    "employment_start_date": "start_date",
    "employment_end_date": "termination_date",
    "title": {"path": "employments", "pick": {"effective": "effective_date"}, "get": "job_title"},
    "department": [{"path": "groups", "pick": {"where": {"type": "DEPARTMENT"}}, "get": "name"}, {"path": "team", "get": "name"}],
    "department_id": [{"path": "groups", "pick": {"where": {"type": "DEPARTMENT"}}, "get": "id"}, {"path": "team", "get": "id"}],
    "team": [{"path": "groups", "pick": {"where": {"type": "TEAM"}}, "get": "name"}, {"path": "team", "get": "name"}],
    "cost_center": {"path": "groups", "pick": {"where": {"type": "COST_CENTER"}}, "get": "name"},
    "division": {"path": "groups", "pick": {"where": {"type": "BUSINESS_UNIT"}}, "get": "name"},
    "company_name": [{"path": "company", "get": "legal_name"}, {"path": "company", "get": "display_name"}],
    "location": [{"path": "work_location", "get": "name"}, {"path": "work_location", "get": "city"}],
    "country": {"path": "work_location", "get": "country"},
    "manager.id": [{"path": "manager", "get": "id"}, {"path": "manager", "as": "word"}],
    "manager.name": {"path": "manager", "get": "display_full_name"},
    "manager.email": {"path": "manager", "get": "work_email"},
    "birthday": "date_of_birth",
    "gender": {"path": "gender", "translate": {"PREFER_NOT_TO_DISCLOSE": null}},
    "marital_status": "marital_status",
    "custom_fields": [
      {"members": "custom_fields", "absent": "none"},
      {"members": "field_mappings.organization_defined_targets"},
      {"members": "field_mappings.linked_account_defined_targets"}
    ],
    "deleted": "remote_was_deleted"
  },
  "limitations": [
    "Merge gives what it read from the HR system last, not what is there now; nothing is read while Merge is reading, or after it failed to.",
    "Whether Merge notices that somebody was removed from the HR system depends on the system and on your Merge plan.",
    "Fields that are switched off in Merge's scopes may arrive as empty; they then clear what was there.",
    "Custom fields are those of Merge's field mappings. There is no language."
  ]
}
"""##
}
