"""Marks are what compiled drawings and the factory make of the same."""

import pytest

from bpmn.marks import message_mark


@pytest.mark.parametrize(
    ("name", "key", "mark"),
    [
        ("goods-delivered", "o-1", "m:tqv653qz4z"),
        ("", "", "m:1jwkt08uwi3"),
        ("Grüße", "😀", "m:1jr7cvv8o5e"),
        ("x" * 300, "y", "m:5uucyl31k6"),
    ],
)
def test_are_the_same_in_every_language(name: str, key: str, mark: str) -> None:
    assert message_mark(name, key) == mark
