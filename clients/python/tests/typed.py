"""From messages of the protocol to calls of the generated methods."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

from staffetta import ABSENT, decode, encode, errors

from .transcript import ROOT

METHODS: dict[str, dict[str, Any]] = {}
"""What protocol/methods says, by name."""
for _path in sorted((ROOT / "protocol" / "methods").glob("*.json")):
    METHODS |= {method["name"]: method for method in json.loads(_path.read_text())["methods"]}

CONNECTION = {"initialize", "initialized", "shutdown", "exit"}
"""What the connection itself says."""


def snake(name: str) -> str:
    name = re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)
    return name + "_" if name in ("from", "with") else name


def function(methods: Any, name: str) -> Callable[..., Any] | None:
    """The generated method; None if there is none."""
    group, _, last = name.replace(".", "/").partition("/")
    return getattr(getattr(methods, group, None), snake(last), None)


def arguments(function: Callable[..., Any], params: dict[str, Any], with_types: bool) -> dict[str, Any] | None:
    """The arguments for `params`, objects of JSON as data classes if asked for; None if the method has no such parameters."""
    signature = inspect.signature(function).parameters
    hints = get_type_hints(function)
    result = {}
    for name, value in params.items():
        parameter = signature.get(snake(name))
        if parameter is None or value is None and parameter.default is not ABSENT:
            return None
        if with_types:
            value = typed(hints[snake(name)], value)
        result[snake(name)] = value
    return result


def typed(hint: Any, value: Any) -> Any:
    for form in (hint, *get_args(hint)):
        if isinstance(form, type) and form.__module__ in ("staffetta.generated.types", "datetime"):
            try:
                return decode(form, value)
            except errors.ProtocolViolation:
                continue
    return value


def outcome(call: Callable[[], Any]) -> dict[str, Any]:
    """What a call gave, as the answer's `result` or `error`."""
    try:
        return {"result": encode(call())}
    except errors.AgentError as error:
        return {"error": as_json(error)}


def as_json(error: errors.AgentError) -> dict[str, Any]:
    return {"code": error.code, "message": error.message, "data": error.data}
