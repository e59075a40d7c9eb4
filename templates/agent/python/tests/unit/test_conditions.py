"""Conditions of edges."""

from typing import Any

import pytest

from agent.definition.model import Condition, Edge
from agent.graph.conditions import NoWayError, choose, holds

VALUES = {"think": {"score": 3, "tags": ["a"], "text": "yes, please"}, "list": [{"id": 1}]}


@pytest.mark.parametrize(
    ("path", "operator", "value", "expected"),
    [
        ("think.score", "equals", 3, True),
        ("think.score", "notEquals", 3, False),
        ("think.score", "lessThan", 4, True),
        ("think.score", "atMost", 3, True),
        ("think.score", "greaterThan", 3, False),
        ("think.score", "atLeast", 3, True),
        ("think.score", "lessThan", "4", False),
        ("think.nothing", "lessThan", 4, False),
        ("think.text", "contains", "yes", True),
        ("think.text", "contains", 1, False),
        ("think.tags", "contains", "a", True),
        ("think.score", "contains", "3", False),
        ("list.0.id", "equals", 1, True),
        ("list.1.id", "exists", None, False),
        ("think.score", "exists", None, True),
        ("think.nothing", "notExists", None, True),
        # an attribute is no value
        ("think.__class__", "exists", None, False),
    ],
)
def test_compare_values_of_the_state(path: str, operator: str, value: Any, expected: bool) -> None:
    assert holds(Condition(path=path, operator=operator, value=value), VALUES) is expected


def edge(to: str, *conditions: Condition) -> Edge:
    return Edge.model_validate({"id": to, "from": "think", "to": to, "conditions": conditions})


def test_are_taken_in_order_and_have_to_hold_all() -> None:
    high = Condition(path="think.score", operator="atLeast", value=3)
    short = Condition(path="think.text", operator="equals", value="yes")
    assert choose("think", [edge("a", high, short), edge("b", high), edge("c")], VALUES) == "b"
    assert choose("think", [edge("a", short), edge("c")], VALUES) == "c"
    with pytest.raises(NoWayError, match="leaves think"):
        choose("think", [edge("a", short)], VALUES)
