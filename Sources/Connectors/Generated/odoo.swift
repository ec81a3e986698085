// Made from Sources/Connectors/Manifests/odoo.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let odoo: StaticString = ##"""
{
  "id": "odoo",
  "name": "Odoo 19 and newer",
  "documentation": "https://www.odoo.com/documentation/19.0/developer/reference/external_api.html",
  "base": "{url}",
  "settings": [
    {"name": "url", "title": "Address", "help": "Of your Odoo, such as https://acme.odoo.com.", "format": "url"},
    {"name": "database", "title": "Database", "help": "Only if the address serves several: the name of the database.", "optional": true}
  ],
  "authorizations": [
    {
      "kind": "bearer",
      "title": "API key",
      "help": "In Odoo, as a user with the right Employees › Officer: the menu under your picture › My preferences › Account security › New API key. On odoo.com the API belongs to the Custom plan.",
      "settings": [{"name": "apiKey", "title": "API key", "help": "It is shown once, when it is made, and lasts as long as you say there (up to 90 days unless you are an administrator).", "type": "secret"}],
      "send": {"headers": {"Authorization": "bearer {apiKey}", "X-Odoo-Database": "{database}"}}
    }
  ],
  "limits": {"atOnce": 1},
  "faults": {
    "words": ["message"],
    "rules": [
      {
        "status": 403,
        "where": {"name": "odoo.exceptions.AccessError"},
        "means": "authorization",
        "say": "The user of this key needs the right Employees › Officer. Without it Odoo shows public profiles only, which lack dates, numbers and the private address."
      },
      {"status": 404, "means": "missing", "say": "There is no such interface at this address. It came with Odoo 19; older ones have an entry of their own in the list."}
    ]
  },
  "empty": [false],
  "absent": "unavailable",
  "prove": {"request": {"path": "/json/2/hr.employee/search_read", "json": {"domain": [], "fields": ["id", "departure_date"], "limit": 1}}},
  "discovery": {
    "request": {"path": "/json/2/hr.employee/fields_get", "json": {"attributes": ["string", "type"]}},
    "keyed": true,
    "id": "$key",
    "name": "string",
    "prefixes": ["x_"],
    "except": {"type": ["binary", "one2many", "many2many", "html", "json", "properties"]},
    "booleans": {"type": "boolean"},
    "also": [
      "work_email", "private_email", "lang", "tz", "contract_date_start", "contract_date_end", "barcode", "registration_number", "parent_id", "department_id", "company_id",
      "job_title", "job_id", "work_location_id", "employee_type", "birthday", "sex", "marital", "country_id"
    ]
  },
  "lists": [
    {
      "request": {
        "path": "/json/2/hr.employee/search_read",
        "json": {
          "domain": [["id", ">", "{page.cursor}"]],
          "fields": ["id", "name", "active", "departure_date", "{discovered}"],
          "limit": "{page.size}",
          "order": "id asc",
          "context": {"active_test": false, "lang": "en_US"}
        },
        "timeoutSeconds": 120
      },
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
    "employment_start_date": "contract_date_start",
    "employment_end_date": {"first": ["departure_date", "contract_date_end"], "notBefore": "contract_date_start"},
    "employee_number": ["barcode", "registration_number"],
    "manager.id": {"path": "parent_id", "pick": {}},
    "manager.name": {"path": "parent_id", "get": "1"},
    "department": {"path": "department_id", "get": "1"},
    "department_id": {"path": "department_id", "pick": {}},
    "company_name": {"path": "company_id", "get": "1"},
    "title": ["job_title", {"path": "job_id", "get": "1"}],
    "location": {"path": "work_location_id", "get": "1"},
    "birthday": "birthday",
    "gender": "sex",
    "marital_status": "marital",
    "nationality": {"path": "country_id", "get": "1"},
    "custom_fields": [{"discovered": ["{id}.1", "{id}"]}]
  },
  "limitations": [
    "Odoo has one name for a person: its last word counts as the last name, and who has only one word is not synced.",
    "Who left is archived, with the date of departure; the people of all companies are read that the user may see, and who works for two of them is two people.",
    "A department is named with those above it, such as Sales / EMEA.",
    "A change that is dated in the future is delivered on its day.",
    "Custom fields are those whose technical name begins with x_; of a link to another record the name is read. Employee properties, pictures and lists are not read.",
    "A single employee cannot be asked for, so looking one up reads the list until it comes."
  ]
}
"""##
}
