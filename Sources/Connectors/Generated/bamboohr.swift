// Made from Sources/Connectors/Manifests/bamboohr.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let bamboohr: StaticString = ##"""
{
  "id": "bamboohr",
  "name": "BambooHR",
  "documentation": "https://documentation.bamboohr.com/reference",
  "base": "https://{company}.bamboohr.com/api",
  "settings": [
    {"name": "company", "title": "Company domain", "help": "The part before .bamboohr.com in the address of your BambooHR.", "format": "label"}
  ],
  "authorizations": [
    {
      "kind": "apiKey",
      "title": "API key",
      "help": "In BambooHR open the menu under your picture, then API Keys. The key sees what its owner may see, so its owner needs access to all employees and to every field that you want to use.",
      "settings": [{"name": "apiKey", "title": "API key", "help": "It is shown once, when it is made.", "type": "secret"}],
      "send": {"basic": {"user": "{apiKey}", "password": "x"}}
    },
    {
      "kind": "authorizationCode",
      "title": "Sign in with BambooHR",
      "help": "For registered applications: the client id and secret are those of your application in BambooHR's developer portal.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "Of your application."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of your application.", "type": "secret"},
        {"name": "scope", "title": "Scopes", "help": "With blanks between them. Without offline_access the authorisation lasts an hour.", "optional": true, "default": "offline_access employee employee:contact employee:job employee:name employee:custom_fields field"}
      ],
      "code": {
        "authorize": "https://{company}.bamboohr.com/authorize.php?request=authorize",
        "token": "https://{company}.bamboohr.com/token.php?request=token",
        "scope": "{scope}"
      },
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "limits": {"atOnce": 2},
  "faults": {"wordsHeader": "X-BambooHR-Error-Message", "words": ["error.message", "detail", "title"]},
  "empty": ["0000-00-00"],
  "absent": "unavailable",
  "prove": {"request": {"path": "/v1/meta/fields"}},
  "discovery": {
    "request": {"path": "/v1/meta/fields"},
    "id": "alias",
    "name": "name",
    "except": {"deprecated": "true"},
    "prefixes": ["custom"],
    "limit": 380,
    "optional": true
  },
  "lists": [
    {
      "request": {
        "path": "/v1/reports/custom",
        "query": {"format": "JSON", "onlyCurrent": "true"},
        "json": {
          "title": "Staffetta",
          "fields": [
            "firstName", "lastName", "middleName", "preferredName", "workEmail", "homeEmail", "status", "employmentHistoryStatus", "hireDate", "terminationDate",
            "employeeNumber", "supervisorEId", "supervisor", "department", "division", "jobTitle", "location", "country", "gender", "dateOfBirth", "{discovered}"
          ]
        },
        "timeoutSeconds": 300
      },
      "records": "employees"
    }
  ],
  "one": [
    {
      "request": {
        "path": "/v1/employees/{id}",
        "query": {
          "fields": "firstName,lastName,middleName,preferredName,workEmail,homeEmail,status,employmentHistoryStatus,hireDate,terminationDate,employeeNumber,supervisorEId,supervisor,department,division,jobTitle,location,country,gender,dateOfBirth{discovered.more}",
          "onlyCurrent": "true"
        }
      }
    }
  ],
  "employee": {
    "id": "id",
    "first_name": "firstName",
    "last_name": "lastName",
    "middle_name": "middleName",
    "preferred_name": "preferredName",
    "emails": [{"value": "workEmail", "type": "work"}, {"value": "homeEmail", "type": "personal"}],
    "employment_status": {
      "activeBefore": "hireDate",
      "then": {"path": "status", "translate": {"Active": "active", "Inactive": "inactive"}}
    },
    "employment_type": "employmentHistoryStatus",
    "employment_start_date": "hireDate",
    "employment_end_date": "terminationDate",
    "employee_number": "employeeNumber",
    "manager.id": "supervisorEId",
    "manager.name": "supervisor",
    "department": "department",
    "division": "division",
    "title": "jobTitle",
    "location": "location",
    "country": "country",
    "gender": "gender",
    "birthday": "dateOfBirth",
    "custom_fields": [{"discovered": ["{id}"]}]
  },
  "limitations": [
    "BambooHR silently leaves out fields that the key's owner may not see; they then keep the values that they have.",
    "There is no language among its standard fields.",
    "Of custom fields those of the employee's own record are read, not those of custom tables."
  ]
}
"""##
}
