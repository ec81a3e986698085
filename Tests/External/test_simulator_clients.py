"""The simulator against clients that nobody here wrote."""

import unittest

import httpx2
from apideck_unify import Apideck, models
from PyBambooHR import PyBambooHR
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_models import SearchRequest
from scim2_tester import Status, check_server

from support import EVERYBODY, PEOPLE, Simulator


class SimulatorTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.simulator = Simulator(PEOPLE)
        cls.addClassCleanup(cls.simulator.stop)

    def setUp(self):
        self.simulator.control("DELETE", "faults")


class ApideckSDK(SimulatorTest):
    """Apideck's own SDK checks every member's type."""

    def setUp(self):
        super().setUp()
        fields = self.simulator.formats["apideck"]["authorization"]["fields"]
        self.sdk = Apideck(api_key=fields["apiKey"], app_id=fields["appId"], consumer_id=fields["consumerId"], server_url=self.simulator.formats["apideck"]["url"])

    def pages(self, **query):
        page = self.sdk.hris.employees.list(**query)
        while page is not None:
            yield page.get_employees_response
            page = page.next()

    def test_reads_everybody_over_pages(self):
        people = [person for page in self.pages(limit=50) for person in page.data]
        self.assertEqual([person.id for person in people], [str(number) for number in range(1, EVERYBODY + 1)])
        terri = people[1]
        self.assertEqual((terri.first_name, terri.manager.id, terri.emails[0].email), ("Terri", "1", "terri0@adventure-works.com"))
        self.assertEqual({field.id for field in terri.custom_fields}, {"salaried_flag", "vacation_hours", "sick_leave_hours", "organization_level"})

    def test_selects_and_filters(self):
        (page,) = self.pages(limit=200, filter_={"title": "Marketing Manager"}, fields="id,title")
        self.assertEqual([(person.title, person.first_name is None or not person.first_name) for person in page.data], [("Marketing Manager", True)])

    def test_one_and_nobody(self):
        self.assertEqual(self.sdk.hris.employees.get(id="2").get_employee_response.data.last_name, "Duffy")
        with self.assertRaises(models.NotFoundResponse):
            self.sdk.hris.employees.get(id="nobody")

    def test_vault(self):
        (connection,) = self.sdk.vault.connections.list(api="hris").get_connections_response.data
        self.assertEqual((connection.state, connection.enabled), ("callable", True))
        fields = self.sdk.vault.custom_fields.list(unified_api="hris", service_id="bamboohr", resource="employees", resource_id="2")
        self.assertEqual(len(fields.get_custom_fields_response.data), 4)

    def test_errors_are_the_sdks_own(self):
        for fault, error in [
            ("unauthorized", models.UnauthorizedResponse), ("paymentRequired", models.PaymentRequiredResponse),
            ("notFound", models.NotFoundResponse), ("cursorExpired", models.BadRequestResponse), ("serverError=503", models.APIError),
        ]:
            with self.subTest(fault):
                self.simulator.control("PUT", "faults", [fault])
                with self.assertRaises(error):
                    self.sdk.hris.employees.list(retries=None)

    def test_wrong_key(self):
        self.sdk = Apideck(api_key="wrong", app_id="a", consumer_id="c", server_url=self.simulator.root)
        with self.assertRaises(models.UnauthorizedResponse):
            self.sdk.hris.employees.list()


class SCIMClient(SimulatorTest):
    def setUp(self):
        super().setUp()
        self.scim = scim_client(self.simulator)
        self.scim.discover()
        self.User = self.scim.get_resource_model("User")

    def query(self, **query):
        return self.scim.query(self.User, query_parameters=SearchRequest(**query))

    def test_reads_everybody_by_index(self):
        ids = []
        while len(ids) < EVERYBODY:
            page = self.query(start_index=len(ids) + 1, count=100)
            self.assertEqual(page.total_results, EVERYBODY)
            ids += [user.id for user in page.resources]
        self.assertEqual(len(set(ids)), EVERYBODY)

    def test_reads_everybody_by_cursor(self):
        ids, cursor = [], ""
        while cursor is not None:
            page = self.query(cursor=cursor, count=100)
            ids += [user.id for user in page.resources]
            cursor = page.next_cursor
        self.assertEqual(len(set(ids)), EVERYBODY)

    def test_filters(self):
        (user,) = self.query(filter='userName eq "TERRI0@adventure-works.com" and active eq true').resources
        self.assertEqual(user.name.family_name, "Duffy")


class SCIMTester(unittest.TestCase):
    """scim2-tester creates, reads, replaces and deletes; PATCH is said not to be supported."""

    def test_no_check_fails(self):
        few = PEOPLE.read_text(encoding="utf-8").splitlines()[:20]
        simulator = Simulator(PEOPLE)
        self.addCleanup(simulator.stop)
        for number in range(len(few) + 1, EVERYBODY + 1):
            simulator.control("DELETE", f"employees/{number}")
        results = check_server(scim_client(simulator))
        self.assertEqual([f"{result.title}: {result.reason}" for result in results if result.status not in (Status.SUCCESS, Status.SKIPPED)], [])
        self.assertGreaterEqual(sum(result.status == Status.SUCCESS for result in results), 37)
        self.assertEqual({result.title for result in results if result.status == Status.SKIPPED}, {"check_add_attribute", "check_remove_attribute", "check_replace_attribute"})


class BambooHRClient(SimulatorTest):
    """PyBambooHR speaks to the older gateway, and writes report requests in XML."""

    def setUp(self):
        super().setUp()
        self.bamboo = PyBambooHR.PyBambooHR(subdomain="acme", api_key=self.simulator.formats["bamboohr"]["authorization"]["fields"]["apiKey"])
        self.bamboo.base_url = f"{self.simulator.root}/api/gateway.php/acme/v1/"

    def test_directory(self):
        people = self.bamboo.get_employee_directory()
        self.assertEqual((len(people), people[1]["supervisor"]), (EVERYBODY, "Sánchez, Ken"))

    def test_one(self):
        person = self.bamboo.get_employee(4, field_list=["lastName", "hireDate", "terminationDate"])
        self.assertEqual((person["lastName"], person["hireDate"], person["terminationDate"]), ("Walters", "2007-12-05", "0000-00-00"))

    def test_report(self):
        report = self.bamboo.request_custom_report(["id", "lastName", "supervisorEId", "status"], report_format="json")
        self.assertEqual(report["employees"][1], {"id": "2", "lastName": "Duffy", "supervisorEId": "1", "status": "Active"})

    def test_fields(self):
        self.assertIn("terminationDate", [field.get("alias") for field in self.bamboo.get_meta_fields()])


def scim_client(simulator: Simulator) -> SyncSCIMClient:
    scim = simulator.formats["scim"]
    token = scim["authorization"]["fields"]["bearerToken"]
    return SyncSCIMClient(httpx2.Client(base_url=scim["url"], headers={"Authorization": f"Bearer {token}"}))


if __name__ == "__main__":
    unittest.main()
