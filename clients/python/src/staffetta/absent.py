"""No value at all, where None already means null."""

from __future__ import annotations

import enum
from typing import Final, TypeVar

T = TypeVar("T")


class Absent(enum.Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return self.name


ABSENT: Final = Absent.ABSENT
"""Leaves a value as it is, where None clears it."""


def given(value: T | None) -> T | Absent:
    """For parameters that are never null: None is no value."""
    return ABSENT if value is None else value
