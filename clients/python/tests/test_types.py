"""The examples of protocol/examples, read and written."""

from __future__ import annotations

import dataclasses
import datetime
import json
import unittest
from pathlib import Path
from typing import Any

from staffetta import ABSENT, decode, encode, errors, types
from staffetta.codec import camel

from .transcript import ROOT

EXAMPLES = sorted((ROOT / "protocol" / "examples").glob("*/*.json"))

IGNORED = {
    "Configuration/invalid-unknown-member", "RunChanged/invalid-extra", "ConfigurationPatch/invalid-nested",
    "Feature/invalid-name", "FieldList/invalid-type", "Integration/invalid-state", "Notification/invalid-kind",
    "NotificationPreferences/invalid-kind", "Run/invalid-state",
}  # fmt: skip
"""Faults to a client of today that a newer agent may commit: members, and values of open enumerations."""

UNCHECKED = {
    "Account/invalid-negative-limit", "BackupResult/invalid-negative", "Configuration/invalid-months", "Configuration/invalid-percent",
    "ExportResult/invalid-rows", "MassEditResult/invalid-line", "Run/invalid-progress",
}  # fmt: skip
"""Ranges, which are the agent's business."""


def form(path: Path) -> Any:
    return getattr(types, path.parent.name)


def instants(value: Any) -> Any:
    """`value` with instants in one spelling; the agent itself knows only this one."""
    if isinstance(value, dict):
        return {key: instants(each) for key, each in value.items()}
    if isinstance(value, list):
        return [instants(each) for each in value]
    if isinstance(value, str) and len(value) > 19 and value[10:11] == "T":
        return encode(datetime.datetime.fromisoformat(value.replace("Z", "+00:00")))
    return value


class Examples(unittest.TestCase):
    def test_there_are_examples(self) -> None:
        self.assertGreater(len(EXAMPLES), 150)

    def test_a_valid_example_is_read_and_written_as_the_same(self) -> None:
        for path in EXAMPLES:
            if not path.stem.startswith("invalid-"):
                with self.subTest(f"{path.parent.name}/{path.stem}"):
                    example = json.loads(path.read_text())
                    value = decode(form(path), example)
                    self.assertEqual(instants(example), encode(value))
                    self.assertEqual(value, decode(form(path), encode(value)))

    def test_an_example_of_a_wrong_form_is_refused_with_its_place(self) -> None:
        for path in EXAMPLES:
            if path.stem.startswith("invalid-"):
                with self.subTest(f"{path.parent.name}/{path.stem}"):
                    example = json.loads(path.read_text())
                    if f"{path.parent.name}/{path.stem}" in IGNORED | UNCHECKED:
                        decode(form(path), example)
                        continue
                    with self.assertRaisesRegex(errors.ProtocolViolation, ": (must be|is missing|is of no form)") as refusal:
                        decode(form(path), example)
                    self.assertNotIn("@", str(refusal.exception))

    def test_every_type_is_public(self) -> None:
        for path in sorted((ROOT / "protocol" / "schemas").glob("*.json")):
            for name in json.loads(path.read_text()):
                self.assertTrue(hasattr(types, name), name)


class Privacy(unittest.TestCase):
    def test_the_repr_shows_what_is_public_and_nothing_else(self) -> None:
        shown = hidden = 0
        for path in sorted((ROOT / "protocol" / "schemas").glob("*.json")):
            for name, schema in json.loads(path.read_text()).items():
                for member, about in schema.get("properties", {}).items():
                    privacy = about.get("x-privacy") or schema.get("x-privacy", "personal")
                    field = next(each for each in dataclasses.fields(getattr(types, name)) if camel(each.name) == member)
                    self.assertEqual(privacy == "public", field.repr, f"{name}.{member}")
                    shown, hidden = shown + field.repr, hidden + (not field.repr)
        self.assertGreater(min(shown, hidden), 20)

    def test_nobody_is_named_by_the_repr_of_an_answer(self) -> None:
        user = decode(types.User, json.loads((ROOT / "protocol/examples/User/managed.json").read_text()))
        self.assertIn(user.id, repr(user))
        for value in (user.first_name, user.last_name, user.email, user.external_id):
            self.assertNotIn(str(value), repr(user))
        key = types.Authorization(kind="apiKey", fields={"apiKey": "s3cret"})
        self.assertNotIn("s3cret", repr(key))


class Values(unittest.TestCase):
    def test_none_and_absent(self) -> None:
        self.assertEqual({}, encode(types.ParticipationPatch()))
        self.assertEqual({"on": False, "startDate": None}, encode(types.ParticipationPatch(on=False, start_date=None)))
        self.assertEqual({"startDate": "2026-02-01"}, encode(types.ParticipationPatch(start_date=datetime.date(2026, 2, 1))))
        self.assertEqual({"a": None, "c": [1]}, encode({"a": None, "b": ABSENT, "c": (1,)}))

    def test_an_instant_has_a_time_zone(self) -> None:
        east = datetime.timezone(datetime.timedelta(hours=2))
        self.assertEqual("2026-01-05T08:00:00.123Z", encode(datetime.datetime(2026, 1, 5, 10, 0, 0, 123456, tzinfo=east)))
        with self.assertRaisesRegex(ValueError, "time zone"):
            encode(datetime.datetime(2026, 1, 5))
