"""Variables, on their way between the contract and the process."""

from typing import Any

from protobuf.wkt import Struct

from bpmn.state import Variables

# beyond this a number of JSON is not sure to be whole
_SAFE = 2**53


def variables_of(struct: Struct | None) -> Variables:
    """Variables of a request, which may have none."""
    return (
        {}
        if struct is None
        else {name: _plain(value) for name, value in struct.to_python().items()}
    )


def to_struct(variables: Variables) -> Struct:
    """Variables of the process, for an answer."""
    return Struct.from_python(variables)


def _plain(value: Any) -> Any:
    """A struct has floats alone: whoever sent 3 gets no 3.0."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _SAFE else value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
