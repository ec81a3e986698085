// Made from Sources/Connectors/Manifests/hibob.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let hibob: StaticString = ##"""
{
  "id": "hibob",
  "name": "HiBob",
  "documentation": "https://apidocs.hibob.com/reference/post_people-search",
  "base": "https://api.hibob.com/v1",
  "authorizations": [
    {
      "kind": "basic",
      "title": "Service user",
      "help": "In Bob: Settings › Integrations › Automation › Service users. Put the service user into a permission group that sees all people, former ones included, and the categories Basic info, Work, Lifecycle, Employment and those of your own fields.",
      "settings": [
        {"name": "serviceUser", "title": "Service user id", "help": "Such as SERVICE-1234."},
        {"name": "token", "title": "Token", "help": "It is shown once.", "type": "secret"}
      ],
      "send": {"basic": {"user": "{serviceUser}", "password": "{token}"}}
    },
    {
      "kind": "authorizationCode",
      "title": "Sign in with Bob",
      "help": "For partners: the client id and secret are those of your application at HiBob.",
      "settings": [
        {"name": "clientId", "title": "Client id", "help": "Of your application."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of your application.", "type": "secret"}
      ],
      "code": {
        "authorize": "https://auth.app.hibob.com/oauth2/v1/apps/authorize",
        "token": "https://auth.app.hibob.com/oauth2/v1/apps/token",
        "client": "basic"
      },
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "limits": {
    "perMinute": 50,
    "atOnce": 2,
    "remaining": "X-RateLimit-Remaining",
    "waits": [{"header": "X-RateLimit-Reset", "unit": "epochSeconds"}]
  },
  "faults": {"words": ["error", "message"]},
  "absent": "unavailableUnlessSeen",
  "prove": {"request": {"path": "/company/people/fields"}},
  "discovery": {
    "request": {"path": "/company/people/fields"},
    "id": "id",
    "name": "name",
    "parts": [".custom.", "category_"],
    "limit": 370,
    "optional": true
  },
  "tables": {
    "departments": {"request": {"path": "/company/named-lists/department"}, "records": "values", "key": "id", "value": "name", "children": "children", "optional": true},
    "titles": {"request": {"path": "/company/named-lists/title"}, "records": "values", "key": "id", "value": "name", "children": "children", "optional": true},
    "sites": {"request": {"path": "/company/named-lists/site"}, "records": "values", "key": "id", "value": "name", "children": "children", "optional": true}
  },
  "lists": [
    {
      "request": {
        "path": "/people/search",
        "json": {
          "fields": [
            "root.id", "root.email", "root.firstName", "root.surname", "root.displayName", "internal.status", "internal.lifecycleStatus", "internal.terminationDate",
            "work.startDate", "work.department", "work.title", "work.site", "work.reportsTo", "work.employeeIdInCompany", "home.privateEmail", "{discovered}"
          ],
          "showInactive": true,
          "humanReadable": "APPEND"
        },
        "timeoutSeconds": 300
      },
      "records": "employees"
    }
  ],
  "one": [
    {
      "request": {
        "path": "/people/{id}",
        "json": {
          "fields": [
            "root.id", "root.email", "root.firstName", "root.surname", "root.displayName", "internal.status", "internal.lifecycleStatus", "internal.terminationDate",
            "work.startDate", "work.department", "work.title", "work.site", "work.reportsTo", "work.employeeIdInCompany", "home.privateEmail", "{discovered}"
          ],
          "humanReadable": "APPEND"
        }
      }
    }
  ],
  "employee": {
    "id": ["id", "root.id", {"path": ["/root/id", "value"]}],
    "first_name": ["firstName", "root.firstName", {"path": ["/root/firstName", "value"]}],
    "last_name": ["surname", "root.surname", {"path": ["/root/surname", "value"]}],
    "display_name": ["displayName", "root.displayName", {"path": ["/root/displayName", "value"]}],
    "emails": [
      {"value": ["email", "root.email", {"path": ["/root/email", "value"]}], "type": "work"},
      {"value": ["home.privateEmail", {"path": ["/home/privateEmail", "value"]}], "type": "personal"}
    ],
    "employment_status": {
      "first": [
        {
          "first": ["internal.lifecycleStatus", {"path": ["/internal/lifecycleStatus", "value"]}],
          "translate": {"hired": "active", "employed": "active", "garden leave": "active", "parental leave": "active", "long-term leave": "active", "long term leave": "active", "terminated": "terminated", "*": null}
        },
        {
          "first": ["internal.status", {"path": ["/internal/status", "value"]}],
          "translate": {"Active": "active", "Inactive": "inactive"}
        }
      ]
    },
    "employment_start_date": ["work.startDate", {"path": ["/work/startDate", "value"]}],
    "employment_end_date": ["internal.terminationDate", {"path": ["/internal/terminationDate", "value"]}],
    "employee_number": ["work.employeeIdInCompany", {"path": ["/work/employeeIdInCompany", "value"]}],
    "manager.id": [{"path": "work.reportsTo", "get": "id"}, {"path": ["/work/reportsTo", "value", "id"]}],
    "manager.name": {"path": "work.reportsTo", "get": "displayName"},
    "manager.email": {"path": "work.reportsTo", "get": "email"},
    "department": [
      "humanReadable.work.department",
      {"path": "work.department", "lookup": "departments"},
      {"path": ["/work/department", "value"], "lookup": "departments"}
    ],
    "title": ["humanReadable.work.title", {"path": "work.title", "lookup": "titles"}, {"path": ["/work/title", "value"], "lookup": "titles"}],
    "location": ["humanReadable.work.site", {"path": "work.site", "lookup": "sites"}, {"path": ["/work/site", "value"], "lookup": "sites"}],
    "custom_fields": [{"discovered": ["humanReadable.{id}", "{id}"]}]
  },
  "limitations": [
    "HiBob silently leaves out fields of categories that the service user may not see; such fields keep the values that they have.",
    "Former employees are delivered only if the service user's population includes them.",
    "Everybody comes in one answer; a large company takes a minute.",
    "There is no language among its standard fields."
  ]
}
"""##
}
