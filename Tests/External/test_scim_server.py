"""A SCIM server that nobody here wrote (scim2-server), filled with the company's people, as a source."""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.request

from support import EVERYBODY, PEOPLE_CSV, SyncTest, free_port, wait_until_open

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
TOKEN = "token-of-the-test"


class Server:
    """The server as a process, and `ids` of the people in it by their employee number."""

    def __init__(self, folder: pathlib.Path, cursor: bool):
        port = free_port()
        arguments = [pathlib.Path(sys.executable).parent / "scim2-server", "--bearer-token", TOKEN, "--port", str(port)]
        if cursor:
            config = folder / "config.json"
            config.write_text(json.dumps(paging_by_cursor()))
            arguments += ["--service-provider-config", config]
        self.log = open(folder / "log", "w")
        self.process = subprocess.Popen(arguments, stdout=self.log, stderr=self.log)
        wait_until_open(port, self.process, folder / "log")
        self.url = f"http://127.0.0.1:{port}/v2"
        self.ids = {}
        with PEOPLE_CSV.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        # Managers come before those who report to them.
        for row in rows:
            self.add(row)

    def request(self, method: str, path: str, body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/scim+json"}
        with urllib.request.urlopen(urllib.request.Request(self.url + path, data, headers, method=method)) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def add(self, row):
        work = {"employeeNumber": row["employee_id"], "department": row["department"], "division": row["division"]}
        if row["manager_id"] in self.ids:
            work["manager"] = {"value": self.ids[row["manager_id"]], "$ref": f"{self.url}/Users/{self.ids[row['manager_id']]}"}
        user = {
            "schemas": [USER, ENTERPRISE], "userName": row["login"], "name": {"givenName": row["first_name"], "familyName": row["last_name"]},
            "emails": [{"value": row["work_email"], "type": "work", "primary": True}], "title": row["job_title"], "active": True, ENTERPRISE: work,
        }
        self.ids[row["employee_id"]] = self.request("POST", "/Users", user)["id"]

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.log.close()


def paging_by_cursor() -> dict:
    no = {"supported": False}
    return {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"], "patch": {"supported": True},
        "bulk": {"supported": False, "maxOperations": 0, "maxPayloadSize": 0}, "filter": {"supported": True, "maxResults": 1000}, "changePassword": no, "sort": no,
        "etag": no, "authenticationSchemes": [], "pagination": {
            "cursor": True, "index": True, "defaultPaginationMethod": "cursor", "defaultPageSize": 40, "maxPageSize": 100, "cursorTimeout": 600},
    }


class SCIMSource(SyncTest):
    """The whole story, once where pages are counted and once where the server pages by cursor unless told otherwise (RFC 9865)."""

    def story(self, cursor: bool):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        server = Server(pathlib.Path(folder.name), cursor)
        self.addCleanup(server.stop)
        self.connect(
            "scim", {"kind": "bearer", "fields": {"url": server.url, "bearerToken": TOKEN}}, [("manager.id", "manager"), ("department", "department")],
            lifecycle={"userState": "delete"})
        self.first_sync()
        users = self.agent.users()
        ids = {number: f"scim-{id}" for number, id in server.ids.items()}
        self.assertEqual(set(users), set(ids.values()))
        terri = users[ids["2"]]
        self.assertEqual((terri["firstName"], terri["lastName"], terri["email"]), ("Terri", "Duffy", "terri0@adventure-works.com"))
        self.assertEqual(terri["attributes"], {"department": "Engineering", "manager": [users[ids["1"]]["id"]]})
        # One is deleted at the source, one is made inactive, one gets another name.
        server.request("DELETE", f"/Users/{server.ids['290']}")
        for number, change in [("289", {"op": "replace", "path": "active", "value": False}), ("288", {"op": "replace", "path": "name.familyName", "value": "Married"})]:
            server.request("PATCH", f"/Users/{server.ids[number]}", {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [change]})
        self.assertChanges(self.agent.sync(), updated=1, deleted=2)
        after = self.agent.users()
        self.assertEqual(set(users) - set(after), {ids["290"], ids["289"]})
        self.assertEqual((len(after), after[ids["288"]]["lastName"]), (EVERYBODY - 2, "Married"))
        self.assertChanges(self.agent.sync())

    def test_by_index(self):
        self.story(cursor=False)

    def test_by_cursor(self):
        self.story(cursor=True)


if __name__ == "__main__":
    unittest.main()
