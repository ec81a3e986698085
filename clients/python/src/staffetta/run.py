"""What both clients say about runs."""

from __future__ import annotations

from typing import Union

from . import errors
from .codec import encode
from .generated import types

Waitable = Union[str, types.Run, types.RunResult, types.EnableResult]
"""A run's id, a run, or the answer of what started it."""


def run_id(run: Waitable) -> str:
    """The id of the run that is meant."""
    if isinstance(run, (types.RunResult, types.EnableResult)):
        if run.run is None:
            raise ValueError("no run was started")
        run = run.run
    return run if isinstance(run, str) else run.id


def ended(run: types.Run, check: bool) -> types.Run:
    """`run`; or, if that is to be checked, its error."""
    if check and run.error is not None:
        raise errors.from_json(encode(run.error))
    return run
