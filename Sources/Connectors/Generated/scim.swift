// Made from Sources/Connectors/Manifests/scim.json by `swift run generate`; do not edit.
extension BuiltIn {
    static let scim: StaticString = ##"""
{
  "id": "scim",
  "name": "SCIM 2.0 directory",
  "documentation": "https://www.rfc-editor.org/rfc/rfc7644",
  "base": "{url}",
  "settings": [
    {"name": "url", "title": "Address", "help": "The base of the SCIM service, without /Users, such as https://hr.example.org/scim/v2.", "format": "url"}
  ],
  "authorizations": [
    {
      "kind": "bearer",
      "title": "Bearer token",
      "help": "A long-lived token with the right to read users.",
      "settings": [{"name": "bearerToken", "title": "Token", "help": "What the service calls secret token or API token.", "type": "secret"}],
      "send": {"headers": {"Authorization": "Bearer {bearerToken}"}}
    },
    {
      "kind": "basic",
      "title": "User and password",
      "help": "A user with the right to read users.",
      "settings": [
        {"name": "user", "title": "User", "help": "Its name."},
        {"name": "password", "title": "Password", "help": "Its password.", "type": "secret"}
      ],
      "send": {"basic": {"user": "{user}", "password": "{password}"}}
    },
    {
      "kind": "clientCredentials",
      "title": "OAuth 2 client credentials",
      "help": "Only for services whose token address is under the same host.",
      "settings": [
        {"name": "tokenPath", "title": "Token path", "help": "Behind the address, such as /token.", "optional": true, "default": "token"},
        {"name": "clientId", "title": "Client id", "help": "Of a client with the right to read users."},
        {"name": "clientSecret", "title": "Client secret", "help": "Of the client.", "type": "secret"},
        {"name": "scope", "title": "Scope", "help": "If the service asks for one.", "optional": true}
      ],
      "token": {
        "request": {
          "path": "/{tokenPath}",
          "form": {"grant_type": "client_credentials", "scope": "{scope}"},
          "basic": {"user": "{clientId}", "password": "{clientSecret}"}
        }
      },
      "send": {"headers": {"Authorization": "Bearer {token}"}}
    }
  ],
  "headers": {"Accept": "application/scim+json, application/json"},
  "foldNames": true,
  "faults": {
    "words": ["detail"],
    "rules": [{"status": 400, "where": {"scimType": ["invalidCursor", "expiredCursor", "invalidCount"]}, "means": "restart"}]
  },
  "prove": {"request": {"path": "/Users", "query": {"startIndex": "1", "count": "1"}}},
  "lists": [
    {
      "request": {
        "path": "/Users",
        "query": {"startIndex": "{page.offset}", "cursor": "{page.cursor}", "count": "{page.size}"}
      },
      "records": "Resources",
      "mayLack": ["totalResults", "itemsPerPage"],
      "paging": {"kind": "offset", "first": 1, "size": 100, "total": "totalResults", "cursor": "nextCursor"}
    }
  ],
  "one": [{"request": {"path": "/Users/{id}"}}],
  "employee": {
    "id": "id",
    "first_name": ["name.givenName", {"path": "name.formatted", "as": "firstName"}, {"path": "displayName", "as": "firstName"}],
    "last_name": ["name.familyName", {"path": "name.formatted", "as": "lastName"}, {"path": "displayName", "as": "lastName"}],
    "middle_name": "name.middleName",
    "display_name": "displayName",
    "preferred_name": "nickName",
    "emails": [
      {"each": "emails", "address": "value", "type": "type", "types": {"home": "personal"}, "primary": "primary"},
      {"value": "userName", "type": "other"}
    ],
    "employment_status": {
      "first": [{"path": "active", "translate": {"true": "active", "false": "inactive"}}, {"constant": "active"}]
    },
    "employment_type": "userType",
    "title": "title",
    "preferred_language": "preferredLanguage",
    "timezone": "timezone",
    "employee_number": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "employeeNumber"]},
    "cost_center": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "costCenter"]},
    "company_name": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "organization"]},
    "division": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "division"]},
    "department": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "department"]},
    "manager.id": [
      {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "manager", "value"]},
      {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "manager"], "as": "word"},
      {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "managerId"]}
    ],
    "manager.name": {"path": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "manager", "displayName"]},
    "location": {"path": "addresses", "pick": {"prefer": {"type": "work"}}, "get": "locality"},
    "country": {"path": "addresses", "pick": {"prefer": {"type": "work"}}, "get": "country"},
    "custom_fields": [{"nested": "urn:", "except": ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]}]
  },
  "limitations": [
    "SCIM has no dates of employment, so people start and leave by being there and by being active.",
    "Fields of schemas of the service's own are read as custom fields."
  ]
}
"""##
}
