"""What errors mean to a caller; texts of the database never reach it."""

from typing import Any

import psycopg
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from connectrpc.request import RequestContext
from structlog.typing import FilteringBoundLogger

_BY_STATE = {
    "22003": (Code.INVALID_ARGUMENT, "a number is out of range"),
    "22008": (Code.INVALID_ARGUMENT, "a time is out of range"),
    "22021": (Code.INVALID_ARGUMENT, "a text has a character that is none"),
    "23505": (Code.ALREADY_EXISTS, "it exists already"),
    "23503": (Code.FAILED_PRECONDITION, "something that it refers to is missing"),
    "23514": (Code.INVALID_ARGUMENT, "a value is out of range"),
    "40001": (Code.ABORTED, "somebody else changed it, try again"),
    "40P01": (Code.ABORTED, "somebody else changed it, try again"),
    "55P03": (Code.ABORTED, "somebody else changes it, try again"),
    "57014": (Code.DEADLINE_EXCEEDED, "it took too long"),
}

# classes of SQLSTATE for a database that cannot be used now
_UNAVAILABLE = ("08", "53", "57P")


def to_connect_error(error: Exception) -> ConnectError | None:
    """Turns what is raised into an error that a caller can act on, where it is a known one."""
    if isinstance(error, ConnectError):
        return error
    if isinstance(error, psycopg.Error):
        state = error.sqlstate
        if state in _BY_STATE:
            return ConnectError(*_BY_STATE[state])
        # without a state it is not the server that speaks: there is no connection to it
        is_lost = isinstance(error, psycopg.OperationalError) and state is None
        if is_lost or (state or "").startswith(_UNAVAILABLE):
            return ConnectError(Code.UNAVAILABLE, "the database cannot be reached")
    return None


class MapErrors:
    """Errors that nobody foresaw are logged here and told as `internal`."""

    def __init__(self, logger: FilteringBoundLogger) -> None:
        self._logger = logger

    async def on_start(self, _ctx: RequestContext[Any, Any]) -> None:
        """Has nothing to do yet."""

    async def on_end(
        self, _token: None, _ctx: RequestContext[Any, Any], error: Exception | None
    ) -> None:
        """Raises in place of the error what the caller is told."""
        if error is None:
            return
        known = to_connect_error(error)
        if known is None or known.code is Code.UNAVAILABLE:
            self._logger.error("request failed", err=error)
        raise known or ConnectError(Code.INTERNAL, "internal error")
