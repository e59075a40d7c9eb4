"""Errors that a caller is told."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from connectrpc.code import Code
from connectrpc.errors import ConnectError


@contextmanager
def fails_with(code: Code, text: str = "") -> Iterator[None]:
    """Expects an error of the service with this code, and with this text in it."""
    with pytest.raises(ConnectError) as caught:
        yield
    assert caught.value.code is code, caught.value
    assert text in caught.value.message
