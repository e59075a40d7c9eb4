"""Errors that nobody foresaw."""

from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from connectrpc.request import RequestContext
from structlog.typing import FilteringBoundLogger

from service.interceptors.connect_error import to_connect_error


class MapErrors:
    """Tells callers what errors mean; those that nobody foresaw are logged, and told as `internal`."""

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
