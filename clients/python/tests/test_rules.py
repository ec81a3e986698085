"""The clients know no rule: whatever an agent says, they give it back, and they say nothing by themselves."""

from __future__ import annotations

import json
import unittest
from typing import Any

from staffetta import Client, decode, encode, errors, types
from staffetta.generated.errors import ERRORS

from . import typed
from .fake import Answering
from .test_types import instants
from .transcript import ROOT


def examples(name: str) -> list[Any]:
    return [json.loads(path.read_text()) for path in sorted((ROOT / "protocol/examples" / name).glob("*.json")) if not path.stem.startswith("invalid-")]


def result(method: dict[str, Any]) -> str:
    shape = method["result"]
    return f"{shape['x-page']}Page" if "x-page" in shape else str(shape.get("$ref"))


class NoRules(unittest.TestCase):
    def test_there_is_a_function_for_every_method(self) -> None:
        fake = Answering(lambda method, params: {})
        with Client.attach(fake.reader, fake.writer) as client:
            for name in typed.METHODS.keys() - typed.CONNECTION:
                self.assertIsNotNone(typed.function(client, name), name)

    def test_any_answer_to_any_request_is_given_back_as_it_is(self) -> None:
        """Every method with every example of its result, and with every error there is, in no sensible order."""
        answers: list[Any] = []
        fake = Answering(lambda method, params: answers[0])
        calls = 0
        with Client.attach(fake.reader, fake.writer) as client:
            for name, method in typed.METHODS.items():
                function = typed.function(client, name)
                arguments = typed.arguments(function, method.get("x-example", {}), with_types=False) if function else None
                if function is None or arguments is None:
                    self.assertIn(name, typed.CONNECTION)
                    continue
                wanted = [{"openrpc": "1.3.2"}] if name == "rpc.discover" else examples(result(method))
                self.assertTrue(wanted, name)
                for answer in wanted:
                    answers[:] = [answer]
                    self.assertEqual(instants(answer), encode(function(**arguments)), name)
                    calls += 1
                for kind, error in ERRORS.items():
                    said = {"code": error.code, "message": f"no {name}", "data": {"kind": kind, "counts": {"deleted": 3}}}
                    answers[:] = [errors.AgentError("", data=None)]
                    answers[0].args = (said,)
                    with self.assertRaises(error) as raised:
                        function(**arguments)
                    self.assertEqual(said, typed.as_json(raised.exception))
                    calls += 1
        self.assertGreater(calls, 1500)
        self.assertEqual(["initialize", "initialized"], [each["method"] for each in fake.heard[:2]])
        self.assertEqual(calls, len(fake.heard) - 2, "the client said something by itself")
        for each in fake.heard[2:]:
            self.assertEqual(typed.METHODS[each["method"]].get("x-example", {}), each["params"], "the client changed what it was given")

    def test_parameters_that_make_no_sense_reach_the_agent(self) -> None:
        fake = Answering(lambda method, params: {"configuration": encode(decode(types.Configuration, examples("Configuration")[0])), "revision": 1, "warnings": []})
        nonsense = {"lifecycle": {"userState": "explode", "userRemoval": {"kind": "never", "months": -5}}, "colour": "red"}
        with Client.attach(fake.reader, fake.writer) as client:
            client.integration.configure("", nonsense, revision=-1)
        self.assertEqual({"integration": "", "configuration": nonsense, "revision": -1}, fake.heard[2]["params"])

    def test_an_error_of_a_kind_that_is_not_known_keeps_what_it_says(self) -> None:
        strange = errors.AgentError("")
        strange.args = ({"code": 2999, "message": "the moon is full", "data": {"kind": "fullMoon", "until": "dawn"}},)
        fake = Answering(lambda method, params: strange)
        with Client.attach(fake.reader, fake.writer) as client:
            with self.assertRaises(errors.AgentError) as raised:
                client.agent.status()
        self.assertEqual((2999, "fullMoon", "dawn"), (raised.exception.code, raised.exception.kind, raised.exception.data["until"]))
        self.assertIs(errors.AgentError, type(raised.exception))

    def test_members_and_methods_of_newer_agents(self) -> None:
        fake = Answering(lambda method, params: {"now": "2026-01-05T08:00:00.000Z", "season": "winter"} if method == "clock/get" else {"asked": [method, params]})
        with Client.attach(fake.reader, fake.writer) as client:
            self.assertEqual(2026, client.clock.get().now.year)
            self.assertEqual({"asked": ["moon/get", {"full": True}]}, client.request("moon/get", {"full": True}))
