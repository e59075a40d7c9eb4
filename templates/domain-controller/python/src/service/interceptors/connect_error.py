"""What errors mean to a caller; texts of the database never reach it."""

import psycopg
from connectrpc.code import Code
from connectrpc.errors import ConnectError

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
