"""Which way a run takes: a closed set of comparisons, and nothing that is evaluated."""

import operator
from collections.abc import Callable, Iterable
from typing import Any

from agent.definition.model import Condition, Edge
from agent.graph.state import find_value, has_value


class NoWayError(Exception):
    """No way leads on from a node."""


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def holds(left: Any, right: Any) -> bool:
        try:
            return compare(left, right)
        except TypeError:
            # a text is neither more nor less than a number
            return False

    return holds


def _contains(whole: Any, part: Any) -> bool:
    if isinstance(whole, str):
        return isinstance(part, str) and part in whole
    return isinstance(whole, list | dict) and part in whole


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "equals": operator.eq,
    "notEquals": operator.ne,
    "lessThan": _ordered(operator.lt),
    "atMost": _ordered(operator.le),
    "greaterThan": _ordered(operator.gt),
    "atLeast": _ordered(operator.ge),
    "contains": _contains,
}


def holds(condition: Condition, values: dict[str, Any]) -> bool:
    """Whether a condition holds in this state."""
    if condition.operator in ("exists", "notExists"):
        return has_value(values, condition.path) == (condition.operator == "exists")
    return _COMPARISONS[condition.operator](find_value(values, condition.path), condition.value)


def choose(node_id: str, edges: Iterable[Edge], values: dict[str, Any]) -> str:
    """Where the first edge leads whose conditions all hold."""
    for edge in edges:
        if all(holds(condition, values) for condition in edge.conditions):
            return edge.to
    raise NoWayError(f"No condition of an edge that leaves {node_id} holds")
