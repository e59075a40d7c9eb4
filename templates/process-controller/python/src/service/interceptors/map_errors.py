"""What errors mean to a caller."""

from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from connectrpc.request import RequestContext
from structlog.typing import FilteringBoundLogger

from service.temporal.errors import from_temporal


def to_connect_error(error: Exception) -> ConnectError | None:
    """Turns what is raised into an error that a caller can act on, where it is a known one."""
    return error if isinstance(error, ConnectError) else from_temporal(error)


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
