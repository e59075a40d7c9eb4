"""What the worker is held against, once the drawing changes."""

import pytest

from tests.support.paths import DrawnPath, differences

DRAWN = DrawnPath("straight", ["A", "B", "B", "C"], [("A", "B"), ("B", "C")])


def test_is_met_by_what_was_entered_in_any_order_that_is_drawn() -> None:
    assert differences(DRAWN, ["A", "B", "B", "C"]) == []


def test_is_met_by_a_way_that_leads_back() -> None:
    again = DrawnPath("again", ["A", "B", "A", "B"], [("A", "B"), ("B", "A"), ("A", "B")])
    assert differences(again, ["A", "B", "A", "B"]) == []


@pytest.mark.parametrize(
    ("entered", "problem"),
    [
        (["A", "B", "C"], "B was not entered"),
        (["A", "B", "B", "C", "D"], "D is not on the path"),
        (["B", "A", "B", "C"], "B was entered before A"),
    ],
)
def test_is_not_met_by_another_way(entered: list[str], problem: str) -> None:
    assert problem in differences(DRAWN, entered)
