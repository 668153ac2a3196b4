"""Frozen dataclasses <-> plain JSON values, and their JSON Schema, both read off the type hints."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.errors import RecordError

T = TypeVar("T")

PRIMITIVES: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


def encode(value: Any) -> Any:
    """A record, or any part of one, as dicts, lists, strings, numbers and None."""
    if is_dataclass(value):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    return value


def to_json(value: Any, *, indent: int | None = None) -> str:
    """`encode` as JSON text, letters as they are."""
    return json.dumps(encode(value), ensure_ascii=False, indent=indent)


def from_json(cls: type[T], text: str) -> T:
    """The value that `to_json` wrote. Raises RecordError."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise RecordError(f"not JSON: {error}") from error
    return decode(cls, data)


def decode(cls: type[T], data: Any, *, known_schema: str | None = None) -> T:
    """A `cls` from plain values. Missing keys take their defaults, unknown ones are passed over.

    Raises RecordError naming the place ("claims[2].stance") and what was expected there.
    """
    if known_schema is not None:
        found = data.get("schema") if isinstance(data, Mapping) else None
        if found != known_schema:
            raise RecordError(f"schema: expected {known_schema!r}, found {found!r}")
    value: T = _decode(cls, data, "")
    return value


def _decode(kind: Any, data: Any, where: str) -> Any:
    if is_dataclass(kind):
        return _decode_dataclass(kind, data, where)
    origin = get_origin(kind)
    reader = _READERS.get(origin)
    if reader is not None:
        return reader(kind, data, where)
    if kind is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise _misfit(where, PRIMITIVES.get(kind, str(kind)), data)
    return data


def _decode_dataclass(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _misfit(where, f"an object ({kind.__name__})", data)
    values = {}
    for name, (hint, required) in _plan(kind).items():
        if name in data:
            values[name] = _decode(hint, data[name], f"{where}.{name}" if where else name)
        elif required:
            raise RecordError(f"{where or kind.__name__}: the key {name!r} is missing")
    return kind(**values)


def _decode_union(kind: Any, data: Any, where: str) -> Any:
    options = get_args(kind)
    if data is None and types.NoneType in options:
        return None
    rest = [option for option in options if option is not types.NoneType]
    return _decode(rest[0], data, where)


def _decode_tuple(kind: Any, data: Any, where: str) -> Any:
    hints = get_args(kind)
    if not isinstance(data, list | tuple):
        raise _misfit(where, "a list", data)
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(_decode(hints[0], item, f"{where}[{i}]") for i, item in enumerate(data))
    if len(data) != len(hints):
        raise _misfit(where, f"a list of {len(hints)}", data)
    return tuple(_decode(h, d, f"{where}[{i}]") for i, (h, d) in enumerate(zip(hints, data)))


def _decode_literal(kind: Any, data: Any, where: str) -> Any:
    if data not in get_args(kind):
        raise _misfit(where, "one of " + ", ".join(map(str, get_args(kind))), data)
    return data


def _decode_mapping(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise _misfit(where, "an object", data)
    hint = get_args(kind)[1]
    return {str(key): _decode(hint, item, f"{where}.{key}") for key, item in data.items()}


_READERS: dict[Any, Callable[[Any, Any, str], Any]] = {
    Union: _decode_union,
    types.UnionType: _decode_union,
    tuple: _decode_tuple,
    Literal: _decode_literal,
    Mapping: _decode_mapping,
}


def _misfit(where: str, expected: str, data: Any) -> RecordError:
    found = json.dumps(data, ensure_ascii=False, default=str)
    return RecordError(f"{where or 'record'}: expected {expected}, found {found[:60]}")


@cache
def _plan(kind: Any) -> dict[str, tuple[Any, bool]]:
    """field name -> (type hint, whether it must be given)."""
    hints = get_type_hints(kind)
    return {f.name: (hints[f.name], _required(f)) for f in fields(kind)}


def _required(f: Field[Any]) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


# ---------------------------------------------------------------- JSON Schema


def json_schema(cls: type, title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `encode` gives for a `cls`."""
    parts: dict[str, Any] = {}
    _schema(cls, parts)
    root = parts.pop(cls.__name__)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return {**head, **root, "$defs": dict(sorted(parts.items()))}


def _schema(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    if is_dataclass(kind):
        return _schema_dataclass(kind, parts)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(option, parts) for option in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema(arguments[0], parts)}
    if origin is tuple:
        items = [_schema(a, parts) for a in arguments]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _schema(arguments[1], parts)}
    return {"type": "null" if kind is types.NoneType else PRIMITIVES[kind]}


def _schema_dataclass(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in parts:
        parts[kind.__name__] = {}
        plan = _plan(kind)
        parts[kind.__name__] = {
            "type": "object",
            "description": (kind.__doc__ or "").strip().split("\n")[0],
            "properties": {name: _schema(hint, parts) for name, (hint, _) in plan.items()},
            "required": list(plan),
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
