"""What Temporal's errors mean to a caller."""

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from temporalio.client import WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError
from temporalio.exceptions import ApplicationError, FailureError
from temporalio.service import RPCError, RPCStatusCode

# what a refusal of the process means, by its type
_BY_TYPE = {
    "Assigned": Code.FAILED_PRECONDITION,
    "Invalid": Code.INVALID_ARGUMENT,
    "NotOpen": Code.NOT_FOUND,
}

_UNAVAILABLE = {
    RPCStatusCode.DEADLINE_EXCEEDED,
    RPCStatusCode.RESOURCE_EXHAUSTED,
    RPCStatusCode.UNAVAILABLE,
}


def from_temporal(error: Exception) -> ConnectError | None:
    """An error of Temporal as one that a caller can act on; None where nobody foresaw it."""
    if isinstance(error, WorkflowUpdateFailedError):
        return _refused(error.cause)
    if isinstance(error, WorkflowUpdateRPCTimeoutOrCancelledError | TimeoutError):
        return _unavailable()
    if isinstance(error, RPCError):
        if is_missing(error):
            return ended()
        if error.status in _UNAVAILABLE:
            return _unavailable()
    return None


def is_missing(error: RPCError) -> bool:
    """Whether there is no workflow of the id, or none that runs."""
    return error.status is RPCStatusCode.NOT_FOUND


def ended() -> ConnectError:
    """Nothing can be changed any more."""
    return ConnectError(Code.FAILED_PRECONDITION, "the instance has ended")


def _refused(cause: BaseException | None) -> ConnectError:
    kind = cause.type if isinstance(cause, ApplicationError) else None
    message = cause.message if isinstance(cause, FailureError) else "the process refused it"
    return ConnectError(_BY_TYPE.get(kind or "", Code.FAILED_PRECONDITION), message)


def _unavailable() -> ConnectError:
    return ConnectError(Code.UNAVAILABLE, "the worker or Temporal cannot be reached")
