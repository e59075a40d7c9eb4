"""What the types of nodes have alike."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from langchain_core.runnables import RunnableConfig

from agent.definition.model import Definition, Source
from agent.graph.state import State, find_value

NodeFunction = Callable[..., Awaitable[State]]
"""Takes the state, and the configuration of the run where it needs it."""


class LimitError(Exception):
    """A run has reached a limit of the definition."""


def assert_may_call(definition: Definition, state: State, more: int) -> None:
    """Raises LimitError where so many more calls would be too many."""
    most = definition.limits.toolCalls
    if state.get("calls", 0) + more > most:
        raise LimitError(f"The run would call more than {most} tools")


def call_id_of(config: RunnableConfig, place: str | None) -> str:
    """Of a call in a run: the same again is the same call."""
    return f"{config['configurable']['thread_id']}/{place or uuid4()}"


def values_of(sources: dict[str, Source], state: State) -> dict[str, Any]:
    """The values that sources stand for, without those that are not there."""
    values = state.get("values", {})
    found = {
        name: find_value(values, source.path) if source.path else source.value
        for name, source in sources.items()
    }
    return {name: value for name, value in found.items() if value is not None}
