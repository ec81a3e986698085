// Made from Sources/Connectors/Manifests/successfactors.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let successfactors: StaticString = ##"""
{
  "id": "successfactors",
  "name": "SAP SuccessFactors",
  "documentation": "https://help.sap.com/docs/successfactors-platform/sap-successfactors-api-reference-guide-odata-v2",
  "base": "https://{apiServer}/odata/v2",
  "settings": [
    {
      "name": "apiServer",
      "title": "API server",
      "help": "The API server of your data centre, such as api4.successfactors.com or api012.successfactors.eu. SAP lists them in the API reference guide.",
      "format": "host",
      "within": ["successfactors.com", "successfactors.eu", "successfactors.cn", "sapsf.com", "sapsf.eu", "sapsf.cn", "hr.cloud.sap"]
    },
    {"name": "companyId", "title": "Company id", "help": "In SuccessFactors under your picture › Show version information."}
  ],
  "authorizations": [
    {
      "kind": "clientCredentials",
      "title": "OAuth client with a SAML assertion",
      "help": "In Admin Center › Manage OAuth2 Client Applications register an application with an X.509 certificate. With its private key an assertion is signed for a technical user, by SAP's offline tool or by your identity provider.",
      "settings": [
        {"name": "apiKey", "title": "API key", "help": "Of the registered OAuth client application."},
        {"name": "assertion", "title": "SAML assertion", "help": "The signed assertion, in base64. Make it valid for as long as the connection is to last: when it ends, connect again with a new one.", "type": "secret"}
      ],
      "token": {
        "request": {
          "path": "https://{apiServer}/oauth/token",
          "form": {
            "company_id": "{companyId}",
            "client_id": "{apiKey}",
            "grant_type": "urn:ietf:params:oauth:grant-type:saml2-bearer",
            "assertion": "{assertion}"
          }
        },
        "lifetimeSeconds": 86400
      },
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    },
    {
      "kind": "basic",
      "title": "User and password",
      "help": "A technical user of Employee Central. SAP is retiring this way, and new tenants refuse it.",
      "settings": [
        {"name": "username", "title": "User", "help": "The user's name alone, without @ and the company id. Its role needs the OData API permissions and the right to see all employees and the fields that you want to use."},
        {"name": "password", "title": "Password", "help": "Exempt the user from password expiry, else the connection ends with the password.", "type": "secret"}
      ],
      "send": {"basic": {"user": "{username}@{companyId}", "password": "{password}"}}
    }
  ],
  "limits": {"atOnce": 1},
  "faults": {
    "words": ["error.message.value", "error_description", "errorMessage"],
    "rules": [
      {"status": 401, "means": "authorization", "say": "SuccessFactors refuses the user or the client."},
      {"status": 403, "means": "authorization", "say": "The technical user's permission roles do not allow this."}
    ]
  },
  "absent": "unavailable",
  "prove": {"request": {"path": "/PerPerson", "query": {"$format": "json", "$top": "1", "$select": "personIdExternal"}}},
  "tables": {
    "employments": {
      "request": {"path": "/EmpEmployment", "query": {"$format": "json", "$select": "userId,personIdExternal", "paging": "snapshot", "customPageSize": "{page.size}"}},
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next", "size": 1000},
      "key": "userId",
      "value": "personIdExternal",
      "optional": true
    },
    "departments": {
      "request": {"path": "/FODepartment", "query": {"$format": "json", "$select": "externalCode,name"}},
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next"},
      "key": "externalCode",
      "value": "name",
      "optional": true
    },
    "divisions": {
      "request": {"path": "/FODivision", "query": {"$format": "json", "$select": "externalCode,name"}},
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next"},
      "key": "externalCode",
      "value": "name",
      "optional": true
    },
    "locations": {
      "request": {"path": "/FOLocation", "query": {"$format": "json", "$select": "externalCode,name"}},
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next"},
      "key": "externalCode",
      "value": "name",
      "optional": true
    },
    "locales": {
      "request": {"path": "/User", "query": {"$format": "json", "$select": "userId,defaultLocale", "$filter": "status in 't','f','T','F','e','d'"}},
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next"},
      "key": "userId",
      "value": "defaultLocale",
      "optional": true
    }
  },
  "lists": [
    {
      "request": {
        "path": "/PerPerson",
        "query": {
          "$format": "json",
          "$expand": "personalInfoNav,emailNav/emailTypeNav,employmentNav/jobInfoNav/emplStatusNav",
          "paging": "snapshot",
          "customPageSize": "{page.size}"
        },
        "timeoutSeconds": 300
      },
      "records": "d.results",
      "paging": {"kind": "link", "next": "d.__next", "size": 200}
    }
  ],
  "one": [
    {
      "request": {
        "path": "/PerPerson('{id}')",
        "query": {"$format": "json", "$expand": "personalInfoNav,emailNav/emailTypeNav,employmentNav/jobInfoNav/emplStatusNav"}
      },
      "record": "d"
    }
  ],
  "employee": {
    "id": "personIdExternal",
    "first_name": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "firstName"},
    "middle_name": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "middleName"},
    "last_name": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "lastName"},
    "preferred_name": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "preferredName"},
    "gender": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "gender"},
    "nationality": {"path": "personalInfoNav.results", "pick": {"latest": "startDate"}, "get": "nationality"},
    "birthday": "dateOfBirth",
    "emails": [
      {"each": "emailNav.results", "address": "emailAddress", "type": "emailTypeNav.externalCode", "types": {"B": "work", "P": "personal", "S": "secondary"}, "primary": "isPrimary"}
    ],
    "employee_number": {"path": "employmentNav.results", "pick": {"prefer": {"endDate": null}, "latest": "startDate"}, "get": "userId"},
    "employment_status": {
      "first": [
        {
          "path": "employmentNav.results",
          "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
          "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "emplStatusNav.externalCode"}
        },
        {
          "path": "employmentNav.results",
          "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
          "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "emplStatus"}
        }
      ],
      "translate": {
        "A": "active", "U": "active", "P": "active", "S": "active", "F": "active", "D": "active",
        "T": "terminated", "R": "terminated", "RNS": "terminated", "O": "terminated"
      }
    },
    "employment_start_date": {"path": "employmentNav.results", "pick": {"prefer": {"endDate": null}, "latest": "startDate"}, "get": "startDate"},
    "employment_end_date": {"path": "employmentNav.results", "pick": {"prefer": {"endDate": null}, "latest": "startDate"}, "get": "endDate"},
    "title": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "jobTitle"}
    },
    "department_id": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "department"}
    },
    "department": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "department"},
      "lookup": "departments"
    },
    "division": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "division"},
      "lookup": "divisions"
    },
    "location": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "location"},
      "lookup": "locations"
    },
    "country": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "countryOfCompany"}
    },
    "timezone": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "timezone"}
    },
    "preferred_language": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": "userId",
      "lookup": "locales"
    },
    "manager.id": {
      "path": "employmentNav.results",
      "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
      "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}, "get": "managerId"},
      "empty": ["NO_MANAGER"],
      "lookup": "employments"
    },
    "custom_fields": [
      {
        "members": {
          "path": "employmentNav.results",
          "pick": {"prefer": {"endDate": null}, "latest": "startDate"},
          "get": {"path": "jobInfoNav.results", "pick": {"latest": "startDate"}}
        },
        "prefix": "custom"
      }
    ]
  },
  "limitations": [
    "Employee Central is needed. Persons are read as of today: whoever is hired for a later day appears on that day.",
    "Of somebody with several employments at once the one that has not ended counts, and of those the latest.",
    "Fields that the technical user's role may not see arrive as empty or not at all; empty ones clear what was there.",
    "SuccessFactors does not say how many persons there are. Who is purged is gone without a trace; who has left stays, as terminated.",
    "Custom fields are those of the job information (customString1 and so on), by these names.",
    "The SAML assertion is signed outside, and has to be replaced when it expires. Client certificates are not supported."
  ]
}
"""##
}
