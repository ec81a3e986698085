// Made from Sources/Connectors/Manifests/workday.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let workday: StaticString = ##"""
{
  "id": "workday",
  "name": "Workday",
  "documentation": "https://doc.workday.com/admin-guide/en-us/reporting-and-analytics/custom-reports-and-analytics/report-as-a-service-raas-.html",
  "base": "https://{host}/ccx",
  "settings": [
    {
      "name": "host",
      "title": "Host of the web services",
      "help": "In Workday open the report's Actions › Web Service › View URLs. The host is the beginning of the JSON address there, such as wd3-impl-services1.workday.com; it is not the one that your browser shows.",
      "format": "host",
      "within": ["workday.com", "myworkday.com"]
    },
    {"name": "tenant", "title": "Tenant", "help": "In the same address, behind /customreport2/."},
    {"name": "reportOwner", "title": "Owner of the report", "help": "In the same address, behind the tenant."},
    {"name": "reportName", "title": "Name of the report", "help": "In the same address, behind the owner, up to the question mark. It has to be an advanced report that is enabled as a web service and shared with the integration's user, with one line for each worker, leavers included."},
    {
      "name": "columns",
      "title": "Columns",
      "help": "Only if the report's columns have other names (XML aliases) than those that are looked for: the report's name, then ours, such as Worker_WID: Employee_ID. Ours are Employee_ID, Legal_First_Name, Legal_Last_Name, Preferred_Name, Work_Email, Home_Email, Active_Status, Hire_Date, Termination_Date, Business_Title, Supervisory_Organization, Manager_Employee_ID, Location, Country, Cost_Center, Company, Worker_Type and Preferred_Language. All other columns are custom fields.",
      "type": "map",
      "optional": true
    },
    {
      "name": "prompts",
      "title": "Prompts",
      "help": "Only if the report asks for something: the prompts' names, as in the address, and their values.",
      "type": "map",
      "optional": true
    }
  ],
  "authorizations": [
    {
      "kind": "basic",
      "title": "Integration system user",
      "help": "A user made by Create Integration System User, in a security group that may see the report's domains; activate the pending security policy changes afterwards.",
      "settings": [
        {"name": "username", "title": "User", "help": "The name alone, without @ and the tenant."},
        {"name": "password", "title": "Password", "help": "Exempt the user from password expiry, else the connection ends with the password.", "type": "secret"}
      ],
      "send": {"basic": {"user": "{username}@{tenant}", "password": "{password}"}}
    },
    {
      "kind": "clientCredentials",
      "title": "API client with a refresh token",
      "help": "In Workday: Register API Client for Integrations, with a scope that includes the report's domains (and Include Workday Owned Scope for custom reports). Then, at its Actions › API Client › Manage Refresh Tokens, one for the integration system user.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "It is shown with the API client."},
        {"name": "clientSecret", "title": "Client secret", "help": "It is shown once.", "type": "secret"},
        {"name": "refreshToken", "title": "Refresh token", "help": "Choose one that does not expire.", "type": "secret"},
        {
          "name": "clientAuthentication",
          "title": "The client shows itself in",
          "help": "The body of the request is what Workday's own library does. Choose the header if Workday refuses the client.",
          "type": "choice",
          "choices": ["body", "header"],
          "default": "body"
        }
      ],
      "token": [
        {
          "when": {"clientAuthentication": "header"},
          "request": {
            "path": "https://{host}/ccx/oauth2/{tenant}/token",
            "form": {"grant_type": "refresh_token", "refresh_token": "{refreshToken}"},
            "basic": {"user": "{clientId}", "password": "{clientSecret}"}
          },
          "lifetimeSeconds": 3600
        },
        {
          "request": {
            "path": "https://{host}/ccx/oauth2/{tenant}/token",
            "form": {"grant_type": "refresh_token", "refresh_token": "{refreshToken}", "client_id": "{clientId}", "client_secret": "{clientSecret}"}
          },
          "lifetimeSeconds": 3600
        }
      ],
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "limits": {"atOnce": 1},
  "faults": {
    "words": ["error_description", "error", "errors.0.error"],
    "rules": [
      {"status": 401, "means": "authorization", "say": "Workday refuses the user or the client, or the password has expired."},
      {"status": 403, "means": "authorization", "say": "The report is not shared with the integration's user, or the user's security group may not see its data."}
    ]
  },
  "absent": "unavailableUnlessSeen",
  "lists": [
    {
      "request": {
        "path": "/service/customreport2/{tenant}/{reportOwner}/{reportName}",
        "query": {"format": "json", "*": "{prompts}"},
        "timeoutSeconds": 1800
      },
      "records": "Report_Entry"
    }
  ],
  "columns": "columns",
  "employee": {
    "id": {"first": ["Employee_ID", "Contingent_Worker_ID"]},
    "first_name": ["Legal_First_Name", "First_Name"],
    "middle_name": ["Legal_Middle_Name", "Middle_Name"],
    "last_name": ["Legal_Last_Name", "Last_Name"],
    "preferred_name": "Preferred_Name",
    "emails": [
      {"value": {"first": ["Work_Email.0.Descriptor", "Work_Email.Descriptor", "Work_Email.0", "Work_Email"], "as": "word"}, "type": "work"},
      {"value": {"first": ["Home_Email.0.Descriptor", "Home_Email.Descriptor", "Home_Email.0", "Home_Email"], "as": "word"}, "type": "personal"}
    ],
    "employee_number": ["Employee_Number", "Employee_ID", "Contingent_Worker_ID"],
    "employment_status": {
      "activeBefore": "Hire_Date",
      "then": {
        "path": "Active_Status",
        "translate": {
          "1": "active", "true": "active", "yes": "active", "y": "active", "active": "active", "on leave": "active",
          "0": "terminated", "false": "terminated", "no": "terminated", "n": "terminated", "terminated": "terminated", "inactive": "inactive"
        }
      }
    },
    "employment_type": {"first": ["Worker_Type.0.Descriptor", "Worker_Type.Descriptor", "Worker_Type.0", "Worker_Type"], "as": "word"},
    "employment_start_date": "Hire_Date",
    "employment_end_date": "Termination_Date",
    "title": {"first": ["Business_Title", "Job_Title"], "as": "word"},
    "department": {"first": ["Supervisory_Organization.0.Descriptor", "Supervisory_Organization.Descriptor", "Supervisory_Organization.0", "Supervisory_Organization"], "as": "word"},
    "department_id": {"first": ["Supervisory_Organization_ID", "Supervisory_Organization.0.ID", "Supervisory_Organization.ID"], "as": "word"},
    "manager.id": {"first": ["Manager_Employee_ID.0", "Manager_Employee_ID"], "as": "word"},
    "manager.name": {"first": ["Manager.0.Descriptor", "Manager.Descriptor", "Manager.0", "Manager"], "as": "word"},
    "division": {"first": ["Division.0.Descriptor", "Division.Descriptor", "Division.0", "Division"], "as": "word"},
    "cost_center": {"first": ["Cost_Center.0.Descriptor", "Cost_Center.Descriptor", "Cost_Center.0", "Cost_Center"], "as": "word"},
    "company_name": {"first": ["Company.0.Descriptor", "Company.Descriptor", "Company.0", "Company"], "as": "word"},
    "location": {"first": ["Location.0.Descriptor", "Location.Descriptor", "Location.0", "Location"], "as": "word"},
    "country": {"first": ["Country.0.Descriptor", "Country.Descriptor", "Country.0", "Country"], "as": "word"},
    "gender": {"first": ["Gender.0.Descriptor", "Gender.Descriptor", "Gender.0", "Gender"], "as": "word"},
    "birthday": "Date_of_Birth",
    "preferred_language": "Preferred_Language",
    "timezone": "Time_Zone",
    "custom_fields": [{"rest": true}]
  },
  "limitations": [
    "What is read is your report: whom it lists and what its columns say. A report without a filter for active workers is needed, since whoever is missing in it counts as gone.",
    "Workday does not say how many workers a report should have. If the user may see less than before, the report is shorter without any error; only the safeguard against deleting many people stands before that.",
    "A column that is empty for everybody looks like one that is not there, and then leaves what is known as it is.",
    "The whole report is read to prove the connection and to look up one employee. Reports of more than 512 MB or 30 minutes are too long.",
    "Workers have one id for good: decide between the employee id and the Workday id before the first sync."
  ]
}
"""##
}
