"""A message of a contract as JSON Schema, in the JSON that Connect speaks."""

from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

_INTEGERS = {"int32", "sint32", "uint32", "fixed32", "sfixed32"}
# JSON has no numbers of 64 bits, so that these are texts
_LONGS = {"int64", "sint64", "uint64", "fixed64", "sfixed64"}
_NAMES: dict[int, str] = {
    getattr(FieldDescriptor, f"TYPE_{name.upper()}"): name
    for name in [*_INTEGERS, *_LONGS, "float", "double", "bool", "string", "bytes"]
}
_WELL_KNOWN: dict[str, dict[str, Any]] = {
    "google.protobuf.Timestamp": {"type": "string", "format": "date-time"},
    "google.protobuf.Duration": {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?s$"},
    "google.protobuf.FieldMask": {"type": "string"},
    "google.protobuf.Struct": {"type": "object"},
    "google.protobuf.Value": {},
    "google.protobuf.ListValue": {"type": "array"},
    "google.protobuf.StringValue": {"type": "string"},
    "google.protobuf.BoolValue": {"type": "boolean"},
    "google.protobuf.Int32Value": {"type": "integer"},
    "google.protobuf.DoubleValue": {"type": "number"},
}


def is_context(field: FieldDescriptor) -> bool:
    """Whether a field carries the id of the request, which no model makes up."""
    message = field.message_type
    return bool(message and message.name == "RequestContext")


def schema_of(
    message: Descriptor, comments: dict[str, str], above: tuple[str, ...] = ()
) -> dict[str, Any]:
    """What a message may have; it has to have nothing."""
    within = (*above, message.full_name)
    properties = {
        field.json_name: _described(_many(field, comments, within), comments.get(field.full_name))
        for field in message.fields
        if not is_context(field)
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _many(
    field: FieldDescriptor, comments: dict[str, str], above: tuple[str, ...]
) -> dict[str, Any]:
    message = field.message_type
    if message and message.GetOptions().map_entry:
        value = message.fields_by_name["value"]
        return {"type": "object", "additionalProperties": _one(value, comments, above)}
    one = _one(field, comments, above)
    return {"type": "array", "items": one} if field.is_repeated else one


def _one(
    field: FieldDescriptor, comments: dict[str, str], above: tuple[str, ...]
) -> dict[str, Any]:
    if field.enum_type:
        return {"type": "string", "enum": [value.name for value in field.enum_type.values]}
    if message := field.message_type:
        if message.full_name in _WELL_KNOWN:
            return _WELL_KNOWN[message.full_name]
        # a message within itself ends here; what is in it is for the controller to look at
        inside = message.full_name in above
        return {"type": "object"} if inside else schema_of(message, comments, above)
    name = _NAMES[field.type]
    if name in _INTEGERS:
        return {"type": "integer"}
    if name in _LONGS:
        return {"type": "string", "pattern": "^-?[0-9]+$"}
    if name in ("float", "double"):
        return {"type": "number"}
    return {"type": "boolean" if name == "bool" else "string"}


def _described(schema: dict[str, Any], comment: str | None) -> dict[str, Any]:
    return {**schema, "description": comment} if comment else schema
