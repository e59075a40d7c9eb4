"""What callers are told of errors."""

import pytest
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from temporalio.client import WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from service.interceptors.connect_error import to_connect_error


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("NotOpen", Code.NOT_FOUND),
        ("Assigned", Code.FAILED_PRECONDITION),
        ("Invalid", Code.INVALID_ARGUMENT),
        ("Other", Code.FAILED_PRECONDITION),
    ],
)
def test_tell_a_refusal_of_the_process_and_why(kind: str, code: Code) -> None:
    error = to_connect_error(WorkflowUpdateFailedError(ApplicationError("why", type=kind)))
    assert error is not None
    assert (error.code, error.message) == (code, "why")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (RPCStatusCode.NOT_FOUND, Code.FAILED_PRECONDITION),
        (RPCStatusCode.UNAVAILABLE, Code.UNAVAILABLE),
        (RPCStatusCode.DEADLINE_EXCEEDED, Code.UNAVAILABLE),
    ],
)
def test_tell_what_a_status_means_and_nothing_of_temporal(
    status: RPCStatusCode, code: Code
) -> None:
    error = to_connect_error(RPCError("secret detail", status, b""))
    assert error is not None
    assert error.code is code
    assert "secret detail" not in error.message


@pytest.mark.parametrize("error", [WorkflowUpdateRPCTimeoutOrCancelledError(), TimeoutError()])
def test_tell_that_nobody_works_on_an_instance(error: Exception) -> None:
    known = to_connect_error(error)
    assert known is not None
    assert known.code is Code.UNAVAILABLE


def test_that_were_meant_for_the_caller_stay_as_they_are() -> None:
    error = ConnectError(Code.NOT_FOUND, "x")
    assert to_connect_error(error) is error


def test_that_nobody_foresaw_are_not_told() -> None:
    assert to_connect_error(TypeError("x")) is None
    assert to_connect_error(RPCError("x", RPCStatusCode.INTERNAL, b"")) is None
