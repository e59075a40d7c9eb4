"""The values of fields, as PostgreSQL has them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from protobuf import (
    DescField,
    DescFieldValueEnum,
    DescFieldValueMessage,
    DescFieldValueScalar,
    Message,
)
from protobuf.wkt import Timestamp

OUTPUT_ONLY = frozenset({"name", "etag", "create_time", "update_time", "state"})
"""Set by the service; what a caller says in them is not looked at."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_column(message: Message[Any], field: DescField) -> object:
    """The value of a field as PostgreSQL takes it: enums by name."""
    value = message[field]
    match field.value:
        case DescFieldValueScalar():
            return value
        case DescFieldValueEnum(enum=enum):
            return next(known.name for known in enum.values if known.number == value)
        case DescFieldValueMessage(message=desc) if desc.type is Timestamp:
            return None if value is None else _to_datetime(value)
    raise TypeError(f"{field} has no column")


def from_column(message: Message[Any], field: DescField, value: Any) -> None:
    """Sets a field to what PostgreSQL has."""
    if value is None:
        return
    match field.value:
        case DescFieldValueScalar():
            message[field] = value
        case DescFieldValueEnum(enum=enum):
            number = next(known.number for known in enum.values if known.name == value)
            message[field] = enum.type(number)
        case DescFieldValueMessage(message=desc) if desc.type is Timestamp:
            message[field] = Timestamp.from_datetime(value)
        case _:
            raise TypeError(f"{field} has no column")


def _to_datetime(value: Timestamp) -> datetime:
    # never rounded up, which would leave the year 9999
    return _EPOCH + timedelta(seconds=value.seconds, microseconds=value.nanos // 1000)
