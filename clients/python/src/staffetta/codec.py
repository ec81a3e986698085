"""Between JSON and the generated types. Knows no type by name: everything follows from their annotations."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import types
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from .absent import ABSENT, Absent
from .faults import ProtocolViolation

T = TypeVar("T")
Reader = Callable[[Any, str], Any]
"""A value of Python for a value of JSON, which stands at a path."""


def decode(form: type[T], json: Any, path: str = "") -> T:
    """`json` as a `form`. Members that are not known are ignored: newer agents may say more."""
    return cast(T, _reader(cast(Any, form))(json, path))


def encode(value: Any) -> Any:
    """What stands for `value` in JSON: absent members are left out, instants are in UTC with milliseconds."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        members = ((member, getattr(value, member.attribute)) for member in _members(type(value)))
        return {member.name: encode(each) for member, each in members if not (each is ABSENT or each is None and member.is_absent_when_none)}
    if isinstance(value, Mapping):
        return {key: encode(each) for key, each in value.items() if each is not ABSENT}
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise ValueError("give instants with their time zone, for example datetime.now(timezone.utc)")
        return value.astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [encode(each) for each in value]
    return value


def camel(name: str) -> str:
    """`start_date` and `from_` are `startDate` and `from` in JSON."""
    first, *others = name.split("_")
    return first + "".join(other[:1].upper() + other[1:] for other in others)


@dataclasses.dataclass(frozen=True)
class _Member:
    attribute: str
    name: str
    form: Any
    is_required: bool
    is_absent_when_none: bool


@functools.cache
def _members(form: type) -> tuple[_Member, ...]:
    hints = get_type_hints(form)
    members = []
    for field in dataclasses.fields(form):
        hint = hints[field.name]
        is_required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        is_absent_when_none = field.default is None
        if is_absent_when_none:
            hint = Union[tuple(each for each in get_args(hint) if each is not types.NoneType)]
        members.append(_Member(field.name, camel(field.name), hint, is_required, is_absent_when_none))
    return tuple(members)


@functools.cache
def _reader(form: Any) -> Reader:
    origin, arguments = get_origin(form), get_args(form)
    if form is Any or form is object:
        return lambda json, path: json
    if dataclasses.is_dataclass(form) and isinstance(form, type):
        return _object_reader(form)
    if origin is list:
        return _list_reader(_reader(arguments[0]))
    if origin is dict:
        return _map_reader(_reader(arguments[0]), _reader(arguments[1]))
    if origin is Literal:
        return _literal_reader(arguments)
    if origin in (Union, types.UnionType):
        return _union_reader(tuple(_reader(each) for each in arguments if each is not Absent))
    return _scalar_reader(form)


def _object_reader(form: type) -> Reader:
    def read(json: Any, path: str) -> Any:
        if not isinstance(json, dict):
            raise ProtocolViolation(f"{path or form.__name__}: must be an object")
        values = {}
        for member in _members(form):
            here = f"{path}.{member.name}" if path else member.name
            if member.name in json:
                values[member.attribute] = _reader(member.form)(json[member.name], here)
            elif member.is_required:
                raise ProtocolViolation(f"{here}: is missing")
        return form(**values)

    return read


def _list_reader(element: Reader) -> Reader:
    def read(json: Any, path: str) -> Any:
        if not isinstance(json, list):
            raise ProtocolViolation(f"{path}: must be a list")
        return [element(each, f"{path}[{place}]") for place, each in enumerate(json)]

    return read


def _map_reader(key: Reader, element: Reader) -> Reader:
    def read(json: Any, path: str) -> Any:
        if not isinstance(json, dict):
            raise ProtocolViolation(f"{path}: must be an object")
        return {key(name, path): element(each, f"{path}.{name}") for name, each in json.items()}

    return read


def _literal_reader(values: tuple[Any, ...]) -> Reader:
    def read(json: Any, path: str) -> Any:
        if not any(json is value or isinstance(json, str) and json == value for value in values):
            raise ProtocolViolation(f"{path}: must be one of {', '.join(map(str, values))}")
        return json

    return read


def _union_reader(readers: tuple[Reader, ...]) -> Reader:
    def read(json: Any, path: str) -> Any:
        for reader in readers:
            try:
                return reader(json, path)
            except ProtocolViolation:
                continue
        raise ProtocolViolation(f"{path}: is of no form that is known here")

    return read


def _scalar_reader(form: Any) -> Reader:
    words = {str: "a string", int: "an integer", float: "a number", bool: "a boolean", types.NoneType: "null"}
    if form is datetime.datetime:
        return _text_reader(_instant, "an instant")
    if form is datetime.date:
        return _text_reader(datetime.date.fromisoformat, "a date")
    allowed = (int, float) if form is float else (form,)

    def read(json: Any, path: str) -> Any:
        if type(json) not in allowed:
            raise ProtocolViolation(f"{path}: must be {words[form]}")
        return json

    return read


def _instant(text: str) -> datetime.datetime:
    instant = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    if instant.tzinfo is None:
        raise ValueError("no time zone")
    return instant


def _text_reader(parse: Callable[[str], Any], words: str) -> Reader:
    def read(json: Any, path: str) -> Any:
        try:
            return parse(json)
        except (TypeError, ValueError, AttributeError):
            raise ProtocolViolation(f"{path}: must be {words}") from None

    return read
