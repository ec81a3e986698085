// Made from Sources/Connectors/Manifests/apideck.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let apideck: StaticString = ##"""
{
  "id": "apideck",
  "name": "Apideck",
  "documentation": "https://developers.apideck.com/apis/hris/reference",
  "base": "https://unify.apideck.com",
  "settings": [
    {"name": "details", "title": "Details", "help": "Reads each employee in full, where the list is not.", "hidden": true, "default": "false"},
    {"name": "pageSize", "title": "Page size", "help": "How many employees a page may have.", "hidden": true},
    {"name": "includeTerminated", "title": "Terminated", "help": "Passed on to the HRIS.", "hidden": true},
    {"name": "terminatedList", "title": "List of leavers", "help": "Asks for leavers by themselves.", "hidden": true, "default": "false"}
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "Apideck API key",
      "help": "The key and the application id are in Apideck's dashboard under API keys. The consumer is the customer whose HR system is connected in Apideck's Vault.",
      "settings": [
        {"name": "apiKey", "title": "API key", "help": "Of the Unify application.", "type": "secret"},
        {"name": "appId", "title": "Application id", "help": "Of the Unify application."},
        {"name": "consumerId", "title": "Consumer id", "help": "Your id for the customer, as in Vault."},
        {"name": "serviceId", "title": "HR system", "help": "Apideck's id of the system, such as bamboohr; needed if the consumer has connected several.", "optional": true},
        {"name": "companyId", "title": "Company id", "help": "Only people of this company, where the HR system has several.", "optional": true}
      ],
      "send": {
        "headers": {
          "Authorization": "Bearer {apiKey}",
          "x-apideck-app-id": "{appId}",
          "x-apideck-consumer-id": "{consumerId}",
          "x-apideck-service-id": "{serviceId}"
        }
      }
    }
  ],
  "limits": {
    "atOnce": 4,
    "remaining": "x-downstream-ratelimit-remaining",
    "waits": [{"header": "x-downstream-ratelimit-reset", "unit": "epochSeconds"}]
  },
  "faults": {
    "words": ["downstream_errors.0.message", "detail.message", "detail", "message"],
    "rules": [
      {"status": 401, "where": {"type_name": "ConnectorCredentialsError"}, "means": "authorization", "cooldown": "detail.debug.cooldown_remaining_ms", "say": "The HR system behind Apideck has to be authorised again, in Apideck's Vault."},
      {"status": 401, "means": "authorization", "say": "Apideck refuses the API key or the application id."},
      {"status": 402, "means": "quota", "say": "The requests of your Apideck plan are used up."},
      {"status": 404, "where": {"type_name": ["ConnectionNotFoundError", "IntegrationNotFoundError", "ConnectorNotFoundError"]}, "means": "incomplete", "say": "The consumer has no such connection in Apideck's Vault."},
      {"status": 422, "where": {"type_name": "InvalidStateError"}, "means": "authorization", "say": "The connection in Apideck's Vault is not ready to be used."},
      {"status": 400, "where": {"type_name": "InvalidCursorError"}, "means": "restart"},
      {"status": 400, "where": {"type_name": "PaginationNotSupportedError"}, "means": "unpaged"},
      {"status": 501, "means": "unsupported", "say": "Apideck cannot read employees from this HR system."}
    ]
  },
  "prove": {
    "request": {"path": "/vault/connections", "query": {"api": "hris"}},
    "at": "data",
    "where": {"state": "callable", "enabled": "true", "service_id": "{serviceId}"},
    "say": "The consumer has no HR system in Apideck's Vault that is connected and enabled."
  },
  "lists": [
    {
      "request": {
        "path": "/hris/employees",
        "query": {"limit": "{page.size}", "cursor": "{page.cursor}", "filter[company_id]": "{companyId}", "pass_through[include_terminated]": "{includeTerminated}"}
      },
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.cursors.next", "size": 200, "sizeSetting": "pageSize", "total": "meta.total_count"}
    },
    {
      "when": {"terminatedList": "true"},
      "request": {
        "path": "/hris/employees",
        "query": {"limit": "{page.size}", "cursor": "{page.cursor}", "filter[company_id]": "{companyId}", "filter[employment_status]": "terminated"}
      },
      "records": "data",
      "paging": {"kind": "cursor", "next": "meta.cursors.next", "size": 200, "sizeSetting": "pageSize", "total": "meta.total_count"}
    }
  ],
  "one": [{"request": {"path": "/hris/employees/{id}", "query": {"filter[company_id]": "{companyId}"}}, "record": "data"}],
  "details": [
    {
      "name": "whole",
      "when": {"details": "true"},
      "request": {"path": "/hris/employees/{record.id}", "query": {"filter[company_id]": "{companyId}"}},
      "records": "data",
      "merge": true
    }
  ],
  "partial": {"path": "meta.warnings", "name": "operation", "fields": {"getManager": ["manager"], "*": ["*"]}},
  "employee": {
    "id": "id",
    "first_name": "first_name",
    "last_name": "last_name",
    "middle_name": "middle_name",
    "preferred_name": "preferred_name",
    "display_name": "display_name",
    "title": ["title", {"path": "jobs", "pick": {"where": {"is_primary": "true"}}, "get": "title"}],
    "company_name": "company_name",
    "division": "division",
    "department": ["department_name", "department"],
    "department_id": "department_id",
    "team": "team.name",
    "location": [
      {"path": "jobs", "pick": {"where": {"is_primary": "true"}}, "get": "location.name"},
      {"path": "jobs", "pick": {"where": {"is_primary": "true"}}, "get": "location.city"}
    ],
    "country": {"path": "jobs", "pick": {"where": {"is_primary": "true"}}, "get": "location.country"},
    "emails": [{"each": "emails", "address": "email", "type": "type"}],
    "employee_number": "employee_number",
    "employment_status": "employment_status",
    "employment_type": [{"path": "employment_role.sub_type", "translate": {"not_specified": null}}, "employment_role.type"],
    "employment_start_date": "employment_start_date",
    "employment_end_date": "employment_end_date",
    "birthday": "birthday",
    "gender": "gender",
    "marital_status": "marital_status",
    "pronouns": "pronouns",
    "nationality": "nationalities.0",
    "preferred_language": "preferred_language",
    "timezone": "timezone",
    "manager.id": "manager.id",
    "manager.name": "manager.name",
    "manager.email": "manager.email",
    "works_remote": "works_remote",
    "deleted": "deleted",
    "custom_fields": [{"each": "custom_fields", "id": ["id", "name"], "name": "name", "value": "value"}, {"members": "custom_mappings"}]
  },
  "limitations": [
    "Which fields are filled depends on the HR system behind it; see the entry of that system.",
    "Data pass through Apideck's servers."
  ],
  "services": [
    {"id": "acerta", "name": "Acerta", "set": {"serviceId": "acerta"}},
    {"id": "adp-ihcm", "name": "ADP iHCM", "set": {"serviceId": "adp-ihcm"}, "limitations": ["It does not promise how many people there are, so a list that ends too early cannot be told from a short one."]},
    {"id": "adp-run", "name": "RUN Powered by ADP", "set": {"serviceId": "adp-run"}, "limitations": ["It does not promise how many people there are, so a list that ends too early cannot be told from a short one."]},
    {"id": "adp-workforce-now", "name": "ADP Workforce Now", "set": {"serviceId": "adp-workforce-now"}, "limitations": ["It does not promise how many people there are, so a list that ends too early cannot be told from a short one."]},
    {"id": "afas", "name": "AFAS Software", "set": {"serviceId": "afas"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "alexishr", "name": "AlexisHR", "set": {"serviceId": "alexishr"}},
    {"id": "azure-active-directory", "name": "Microsoft Entra ID (Azure Active Directory)", "set": {"serviceId": "azure-active-directory"}, "limitations": ["Custom fields are found in one record only; set a reference employee who has them all.", "It does not promise how many people there are."]},
    {"id": "bamboohr", "name": "BambooHR", "set": {"serviceId": "bamboohr"}, "limitations": ["Of people who have left, the kind of employment is not known."]},
    {"id": "breathehr", "name": "Breathe", "set": {"serviceId": "breathehr", "details": "true"}, "limitations": ["Custom fields that are empty on the reference employee are not found.", "People are read one by one for their custom fields."]},
    {"id": "catalystone", "name": "CatalystOne", "set": {"serviceId": "catalystone"}},
    {"id": "cegid-talentsoft", "name": "Cegid Talentsoft", "set": {"serviceId": "cegid-talentsoft"}},
    {"id": "ceridian-dayforce", "name": "Dayforce (Ceridian)", "set": {"serviceId": "ceridian-dayforce", "details": "true"}, "limitations": ["Its list holds ids only, so people are read one by one.", "It does not promise how many people there are."]},
    {"id": "charliehr", "name": "CharlieHR", "set": {"serviceId": "charliehr", "details": "true"}, "limitations": ["Custom fields that are empty on the reference employee are not found.", "People are read one by one for their custom fields."]},
    {"id": "deel", "name": "Deel", "set": {"serviceId": "deel"}},
    {"id": "employmenthero", "name": "Employment Hero", "set": {"serviceId": "employmenthero"}},
    {"id": "factorialhr", "name": "Factorial", "set": {"serviceId": "factorialhr"}},
    {"id": "folks-hr", "name": "Folks HR", "set": {"serviceId": "folks-hr"}},
    {"id": "fourth", "name": "Fourth", "set": {"serviceId": "fourth"}, "lacks": ["manager"], "limitations": ["A manager is delivered by name only, without an id, so manager attributes stay empty."]},
    {"id": "google-workspace", "name": "Google Workspace", "set": {"serviceId": "google-workspace"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "gusto", "name": "Gusto", "set": {"serviceId": "gusto", "details": "true"}, "limitations": ["Custom fields are found in one record only; set a reference employee who has them all.", "People are read one by one for their custom fields."]},
    {"id": "haileyhr", "name": "Hailey HR", "set": {"serviceId": "haileyhr"}, "limitations": ["Of several employments at the same time the primary one counts."]},
    {"id": "hibob", "name": "HiBob (service user)", "set": {"serviceId": "hibob", "details": "true"}, "limitations": ["Custom fields come only person by person, so people are read one by one.", "Without the permission for the category Lifecycle everybody's status is “other”.", "It does not promise how many people there are."]},
    {"id": "hibob-oauth", "name": "HiBob", "set": {"serviceId": "hibob-oauth", "details": "true"}, "limitations": ["Custom fields come only person by person, so people are read one by one.", "Without the permission for the category Lifecycle everybody's status is “other”.", "It does not promise how many people there are."]},
    {"id": "hr-works", "name": "HRworks", "set": {"serviceId": "hr-works"}, "lacks": ["inactive"], "limitations": ["Only current people are delivered."]},
    {"id": "humaans-io", "name": "Humaans", "set": {"serviceId": "humaans-io"}},
    {"id": "justworks", "name": "Justworks", "set": {"serviceId": "justworks"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "kenjo", "name": "Kenjo", "set": {"serviceId": "kenjo"}},
    {"id": "liantis", "name": "Liantis", "set": {"serviceId": "liantis"}, "limitations": ["Names are in the list only."]},
    {"id": "lucca-hr", "name": "Lucca", "set": {"serviceId": "lucca-hr"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "microsoft-dynamics-hr", "name": "Microsoft Dynamics 365 Human Resources", "set": {"serviceId": "microsoft-dynamics-hr"}, "limitations": ["An end date of 2154 stands for none."]},
    {"id": "namely", "name": "Namely", "set": {"serviceId": "namely"}},
    {"id": "nmbrs", "name": "Nmbrs", "set": {"serviceId": "nmbrs"}},
    {"id": "okta", "name": "Okta", "set": {"serviceId": "okta"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "paychex", "name": "Paychex", "set": {"serviceId": "paychex"}},
    {"id": "payfit", "name": "PayFit", "set": {"serviceId": "payfit"}},
    {"id": "paylocity", "name": "Paylocity", "set": {"serviceId": "paylocity"}},
    {"id": "people-hr", "name": "Access PeopleHR", "set": {"serviceId": "people-hr"}, "limitations": ["Managers are looked up one by one; when PeopleHR limits requests they are missing for a while and keep their values.", "It does not promise how many people there are."]},
    {"id": "personio", "name": "Personio", "set": {"serviceId": "personio"}, "limitations": ["Custom fields are found in one record only; set a reference employee who has them all."]},
    {"id": "remote", "name": "Remote", "set": {"serviceId": "remote"}},
    {"id": "rippling", "name": "Rippling", "set": {"serviceId": "rippling", "includeTerminated": "true"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "sage-hr", "name": "Sage HR", "set": {"serviceId": "sage-hr", "terminatedList": "true", "pageSize": "50"}, "limitations": ["Pages hold 50 people, whatever is asked for."]},
    {"id": "sap-successfactors", "name": "SAP SuccessFactors", "set": {"serviceId": "sap-successfactors"}, "limitations": ["Custom fields come from personal information and job information only."]},
    {"id": "sapling", "name": "Sapling", "set": {"serviceId": "sapling"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "sympa", "name": "Sympa", "set": {"serviceId": "sympa"}},
    {"id": "trinet", "name": "TriNet", "set": {"serviceId": "trinet"}, "limitations": ["It does not promise how many people there are."]},
    {"id": "ukg-pro", "name": "UKG Pro", "set": {"serviceId": "ukg-pro", "details": "true"}, "absent": "unavailable", "limitations": ["When UKG answers only in part, fields are missing without a word; they then keep the values that they have.", "Everybody who was ever employed is delivered.", "People are read one by one for their custom fields."]},
    {"id": "workday", "name": "Workday", "set": {"serviceId": "workday", "pageSize": "20"}, "limitations": ["Only a fixed set of custom fields is delivered, never those that the company defined.", "Pages hold 20 people, since larger ones take longer than Apideck waits."]},
    {"id": "zoho-people", "name": "Zoho People", "set": {"serviceId": "zoho-people"}, "limitations": ["It does not promise how many people there are."]}
  ]
}
"""##
}
