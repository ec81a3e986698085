"""A real HR system as a source: Tryton with the people of AdventureWorks."""

import base64
import datetime
import json
import os
import pathlib
import tempfile
import unittest
import urllib.request

import tryton_server
from support import EVERYBODY, PEOPLE_CSV, Refused, SyncTest


class Tryton(SyncTest):
    def setUp(self):
        super().setUp()
        prepared = pathlib.Path(os.environ["PREPARED"])
        tryton_server.prepare(prepared, PEOPLE_CSV)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = tryton_server.Server(prepared, pathlib.Path(folder.name) / "server")
        self.addCleanup(self.server.stop)

    def authorization(self, password=tryton_server.PASSWORD):
        fields = {"url": self.server.url, "database": tryton_server.DATABASE, "series": "8.0 or newer" if tryton_server.IS_NEW else "6.0 to 7.8", "user": "admin", "password": password}
        return {"kind": "basic", "fields": fields}

    def rpc(self, method: str, *params):
        """What an HR administrator does in Tryton's own client."""
        login = base64.b64encode(f"admin:{tryton_server.PASSWORD}".encode()).decode()
        body = json.dumps({"id": 1, "method": f"model.company.employee.{method}", "params": [*params, {}]}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Basic {login}"}
        with urllib.request.urlopen(urllib.request.Request(self.server.rpc, body, headers)) as answer:
            reply = json.load(answer)
        self.assertNotIn("error", reply)
        return reply["result"]

    def test_everybody_comes_and_who_leaves_goes(self):
        self.connect("tryton", self.authorization(), lifecycle={"userState": "delete"})
        self.first_sync()
        users = self.agent.users()
        self.assertEqual(set(users), {f"tryton-{number}" for number in range(1, EVERYBODY + 1)})
        terri = users["tryton-2"]
        self.assertEqual((terri["firstName"], terri["lastName"], terri["email"]), ("Terri", "Duffy", "terri0@adventure-works.com"))
        self.assertEqual(terri["attributes"], {"manager": [users["tryton-1"]["id"]]})
        # One has left, whom Tryton hides from then on; one is deleted; one gets another manager.
        end = datetime.date.today() - datetime.timedelta(days=2)
        self.rpc("write", [290], {"end_date": {"__class__": "date", "year": end.year, "month": end.month, "day": end.day}})
        self.rpc("delete", [289])
        self.rpc("write", [288], {"supervisor": 2})
        self.assertChanges(self.agent.sync(), updated=1, deleted=2)
        after = self.agent.users()
        self.assertEqual(set(users) - set(after), {"tryton-290", "tryton-289"})
        self.assertEqual(after["tryton-288"]["attributes"]["manager"], [users["tryton-2"]["id"]])
        self.assertChanges(self.agent.sync())

    def test_a_wrong_password_connects_nothing(self):
        with self.assertRaises(Refused) as refused:
            self.connect("tryton", self.authorization(password="wrong"))
        self.assertEqual(refused.exception.error["data"]["kind"], "authorizationRejected")
        self.assertEqual(self.agent.call("integration/list")["items"], [])


if __name__ == "__main__":
    unittest.main()
