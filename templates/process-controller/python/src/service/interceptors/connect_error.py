"""What errors mean to a caller."""

from connectrpc.errors import ConnectError

from service.temporal.errors import from_temporal


def to_connect_error(error: Exception) -> ConnectError | None:
    """Turns what is raised into an error that a caller can act on, where it is a known one."""
    return error if isinstance(error, ConnectError) else from_temporal(error)
