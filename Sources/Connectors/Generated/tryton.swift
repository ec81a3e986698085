// Made from Sources/Connectors/Manifests/tryton.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let tryton: StaticString = ##"""
{
  "id": "tryton",
  "name": "Tryton",
  "documentation": "https://docs.tryton.org/latest/server/topics/rpc.html",
  "base": "{url}",
  "settings": [
    {"name": "url", "title": "Address", "help": "Of the server, such as https://tryton.example.org:8000.", "format": "url"},
    {"name": "database", "title": "Database", "help": "The one that people choose when they sign in."},
    {
      "name": "series", "title": "Version", "help": "Of the server; it stands in the client's About box.", "type": "choice", "default": "8.0 or newer",
      "choices": ["8.0 or newer", "6.0 to 7.8"]
    }
  ],
  "authorizations": [
    {
      "kind": "basic",
      "title": "User and password",
      "help": "A user who may read employees, parties and contact mechanisms, of the company whose people are wanted.",
      "settings": [
        {"name": "user", "title": "User", "help": "Its login."},
        {"name": "password", "title": "Password", "help": "Its password.", "type": "secret"}
      ],
      "send": {"basic": {"user": "{user}", "password": "{password}"}}
    }
  ],
  "faults": {
    "words": ["error.0", "error.1.0"],
    "rules": [
      {"status": 405, "means": "unexpected", "say": "The server does not understand this version's calls; check the setting Version."},
      {"status": 200, "where": {"error": "*"}, "means": "unexpected"}
    ]
  },
  "lists": [
    {
      "when": {"series": "8.0 or newer"},
      "request": {
        "path": "/{database}/rpc/", "timeoutSeconds": 300,
        "json": {
          "id": 1, "method": "model.company.employee.search_read",
          "params": [
            [], 0, null, [["id", "ASC"]],
            ["id", "party.name", "party.email", "party.lang.code", "company.rec_name", "supervisor", "supervisor.rec_name", "start_date", "end_date"],
            {"language": "en", "active_test": false}
          ]
        }
      },
      "records": "result",
      "paging": {"kind": "none"}
    },
    {
      "when": {"series": "6.0 to 7.8"},
      "request": {
        "path": "/{database}/", "timeoutSeconds": 300,
        "json": {
          "id": 1, "method": "model.company.employee.search_read",
          "params": [
            [], 0, null, [["id", "ASC"]],
            ["id", "party.name", "party.email", "party.lang.code", "company.rec_name", "supervisor", "supervisor.rec_name", "start_date", "end_date"],
            {"language": "en", "active_test": false}
          ]
        }
      },
      "records": "result",
      "paging": {"kind": "none"}
    }
  ],
  "employee": {
    "id": "id",
    "first_name": {"path": ["party.", "name"], "as": "firstName"},
    "last_name": {"path": ["party.", "name"], "as": "lastName"},
    "display_name": {"path": ["party.", "name"]},
    "emails": [{"value": {"path": ["party.", "email"]}, "type": "work"}],
    "employment_status": {"activeUntil": "end_date", "ended": "terminated"},
    "employment_start_date": "start_date",
    "employment_end_date": "end_date",
    "preferred_language": {"path": ["party.", "lang.", "code"]},
    "company_name": {"path": ["company.", "rec_name"]},
    "manager.id": "supervisor",
    "manager.name": {"path": ["supervisor.", "rec_name"]}
  },
  "limitations": [
    "Tryton keeps one name for a person; its last word is taken for the last name.",
    "The first e-mail address of a person is taken; Tryton does not say whether it is private.",
    "Employees have no department, title or number in Tryton's own modules.",
    "Everybody is asked for in one call, which takes a while in large companies."
  ]
}
"""##
}
