// Made from Sources/Connectors/Manifests/odoo-18.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let odoo18: StaticString = ##"""
{
  "id": "odoo-18",
  "name": "Odoo 16 to 18",
  "documentation": "https://www.odoo.com/documentation/18.0/developer/reference/external_api.html",
  "base": "{url}",
  "settings": [
    {"name": "url", "title": "Address", "help": "Of your Odoo, such as https://acme.odoo.com.", "format": "url"},
    {"name": "database", "title": "Database", "help": "Its name; on odoo.com the part of the address before .odoo.com."}
  ],
  "authorizations": [
    {
      "kind": "basic",
      "title": "User and API key",
      "help": "A user with the right Employees › Officer. On odoo.com the API belongs to the Custom plan.",
      "settings": [
        {"name": "user", "title": "User", "help": "The name with which the user logs in, mostly an email address."},
        {"name": "password", "title": "API key or password", "help": "A key from the menu under your picture › My profile › Account security › New API key, or the user's password.", "type": "secret"}
      ]
    }
  ],
  "limits": {"atOnce": 1},
  "faults": {
    "words": ["error.data.message", "error.message"],
    "rules": [
      {
        "status": 200,
        "where": {"error.data.name": "odoo.exceptions.AccessError"},
        "means": "authorization",
        "say": "This user needs the right Employees › Officer. Without it Odoo shows public profiles only, which lack dates, numbers and the private address."
      },
      {"status": 200, "where": {"error.data.name": "odoo.exceptions.AccessDenied"}, "means": "authorization", "say": "Odoo refuses the user or the key."},
      {"status": 200, "where": {"result": "false"}, "means": "authorization", "say": "Odoo refuses the user or the key for this database."},
      {"status": 200, "where": {"error": "*"}, "means": "unexpected", "say": "Odoo could not answer."},
      {"status": 404, "means": "missing", "say": "There is no such interface at this address."}
    ]
  },
  "empty": [false],
  "absent": "unavailable",
  "variables": {
    "uid": {
      "request": {"path": "/jsonrpc", "json": {"jsonrpc": "2.0", "method": "call", "id": 1, "params": {"service": "common", "method": "authenticate", "args": ["{database}", "{user}", "{password}", {}]}}},
      "value": "result"
    }
  },
  "prove": {
    "request": {"path": "/jsonrpc", "json": {"jsonrpc": "2.0", "method": "call", "id": 1, "params": {"service": "object", "method": "execute_kw", "args": ["{database}", "{uid}", "{password}", "hr.employee", "search_read", [[]], {"fields": ["id", "departure_date"], "limit": 1}]}}}
  },
  "discovery": {
    "request": {"path": "/jsonrpc", "json": {"jsonrpc": "2.0", "method": "call", "id": 1, "params": {"service": "object", "method": "execute_kw", "args": ["{database}", "{uid}", "{password}", "hr.employee", "fields_get", [], {"attributes": ["string", "type"]}]}}},
    "records": "result",
    "keyed": true,
    "id": "$key",
    "name": "string",
    "prefixes": ["x_"],
    "except": {"type": ["binary", "one2many", "many2many", "html", "json", "properties"]},
    "booleans": {"type": "boolean"},
    "also": [
      "work_email", "private_email", "lang", "tz", "first_contract_date", "barcode", "registration_number", "parent_id", "department_id", "company_id",
      "job_title", "job_id", "work_location_id", "employee_type", "birthday", "gender", "marital", "country_id"
    ]
  },
  "lists": [
    {
      "request": {
        "path": "/jsonrpc",
        "json": {
          "jsonrpc": "2.0",
          "method": "call",
          "id": 1,
          "params": {
            "service": "object",
            "method": "execute_kw",
            "args": [
              "{database}", "{uid}", "{password}", "hr.employee", "search_read", [[["id", ">", "{page.cursor}"]]],
              {
                "fields": ["id", "name", "active", "departure_date", "{discovered}"],
                "limit": "{page.size}",
                "order": "id asc",
                "context": {"active_test": false, "lang": "en_US"}
              }
            ]
          }
        },
        "timeoutSeconds": 120
      },
      "records": "result",
      "paging": {"kind": "after", "last": "id", "size": 200}
    }
  ],
  "employee": {
    "id": "id",
    "first_name": {"path": "name", "as": "firstName"},
    "last_name": {"path": "name", "as": "lastName"},
    "display_name": "name",
    "emails": [{"value": "work_email", "type": "work"}, {"value": "private_email", "type": "personal"}],
    "preferred_language": "lang",
    "timezone": "tz",
    "employment_status": {"path": "active", "as": "boolean", "translate": {"true": "active", "false": "inactive"}},
    "employment_type": "employee_type",
    "employment_start_date": "first_contract_date",
    "employment_end_date": {"path": "departure_date", "notBefore": "first_contract_date"},
    "employee_number": ["barcode", "registration_number"],
    "manager.id": {"path": "parent_id", "pick": {}},
    "manager.name": {"path": "parent_id", "get": "1"},
    "department": {"path": "department_id", "get": "1"},
    "department_id": {"path": "department_id", "pick": {}},
    "company_name": {"path": "company_id", "get": "1"},
    "title": ["job_title", {"path": "job_id", "get": "1"}],
    "location": {"path": "work_location_id", "get": "1"},
    "birthday": "birthday",
    "gender": "gender",
    "marital_status": "marital",
    "nationality": {"path": "country_id", "get": "1"},
    "custom_fields": [{"discovered": ["{id}.1", "{id}"]}]
  },
  "limitations": [
    "Odoo has one name for a person: its last word counts as the last name, and who has only one word is not synced.",
    "Who left is archived, with the date of departure; the people of all companies are read that the user may see, and who works for two of them is two people.",
    "A department is named with those above it, such as Sales / EMEA.",
    "There is a start date only with the module Contracts (hr_contract); language and private address are there from version 17 on.",
    "Odoo takes this interface away with version 22; newer ones have an entry of their own in the list.",
    "Custom fields are those whose technical name begins with x_; of a link to another record the name is read. Employee properties, pictures and lists are not read.",
    "A single employee cannot be asked for, so looking one up reads the list until it comes."
  ]
}
"""##
}
