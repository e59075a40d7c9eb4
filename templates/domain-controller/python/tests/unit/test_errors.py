"""What callers and the log are told of errors."""

import io

import psycopg
import pytest
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from psycopg.errors import lookup
from psycopg_pool import PoolTimeout

from service.interceptors.connect_error import to_connect_error
from service.telemetry.logger import create_logger


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("23505", Code.ALREADY_EXISTS),
        ("23514", Code.INVALID_ARGUMENT),
        ("22021", Code.INVALID_ARGUMENT),
        ("40001", Code.ABORTED),
        ("57014", Code.DEADLINE_EXCEEDED),
        ("57P01", Code.UNAVAILABLE),
        ("08006", Code.UNAVAILABLE),
    ],
)
def test_tell_what_a_state_means_and_nothing_of_the_database(state: str, code: Code) -> None:
    error = to_connect_error(lookup(state)("secret detail"))
    assert error is not None
    assert error.code is code
    assert "secret detail" not in error.message


@pytest.mark.parametrize("error", [psycopg.OperationalError("refused"), PoolTimeout("none free")])
def test_of_a_connection_tell_that_it_cannot_be_reached(error: Exception) -> None:
    told = to_connect_error(error)
    assert told is not None
    assert told.code is Code.UNAVAILABLE


def test_that_were_meant_for_the_caller_stay_as_they_are() -> None:
    error = ConnectError(Code.NOT_FOUND, "x")
    assert to_connect_error(error) is error


def test_that_nobody_foresaw_are_not_told() -> None:
    assert to_connect_error(TypeError("x")) is None
    assert to_connect_error(lookup("42P01")("x")) is None


def test_are_logged_without_the_rows_that_the_database_tells_of() -> None:
    written = io.StringIO()
    error = lookup("23502")("null value\nDETAIL:  Failing row contains (acme, secret)")
    create_logger("info", written).error("request failed", err=error)
    assert "23502" in written.getvalue()
    assert "acme, secret" not in written.getvalue()
