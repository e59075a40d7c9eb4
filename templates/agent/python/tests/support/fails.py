"""Errors that a caller is told."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from agent.errors import ApiError


@contextmanager
def fails_with(code: str, text: str = "") -> Iterator[None]:
    """Expects an error with this code, and with this text in it."""
    with pytest.raises(ApiError) as caught:
        yield
    assert caught.value.code == code, caught.value
    assert text in caught.value.message
