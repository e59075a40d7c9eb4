"""What goes from node to node in a run."""

import operator
from typing import Annotated, Any, TypedDict

from langchain_core.messages import AnyMessage
from langgraph.graph.message import add_messages


class Proposal(TypedDict):
    """A call that was not done: somebody else decides on it."""

    id: str
    tool: str
    target: str
    service: str
    method: str
    arguments: dict[str, Any]
    reason: str


def _merged(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    return {**left, **right}


class State(TypedDict, total=False):
    """The state of a run."""

    messages: Annotated[list[AnyMessage], add_messages]
    values: Annotated[dict[str, Any], _merged]
    """By the id of the node that has made it; `input` is what came in."""
    proposals: Annotated[list[Proposal], operator.add]
    calls: Annotated[int, operator.add]
    """How many tools were called."""
    resume_at: str | None
    """The node that a run goes on with, where it was interrupted."""
    declined: str | None
    """The node that a person did not agree to."""


_NOTHING = object()


def find_value(values: dict[str, Any], path: str) -> Any:
    """What is at a path, as in `think.score`; None where nothing is."""
    found = _find(values, path)
    return None if found is _NOTHING else found


def has_value(values: dict[str, Any], path: str) -> bool:
    """Whether something is at a path."""
    return _find(values, path) not in (_NOTHING, None)


def _find(values: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(values, dict) and part in values:
            values = values[part]
        elif isinstance(values, list) and part.isdecimal() and int(part) < len(values):
            values = values[int(part)]
        else:
            return _NOTHING
    return values
