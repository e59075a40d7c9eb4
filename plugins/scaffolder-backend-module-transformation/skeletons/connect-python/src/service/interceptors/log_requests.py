"""One line a request; never what is in it."""

from time import perf_counter
from typing import Any

from connectrpc.request import RequestContext
from structlog.typing import FilteringBoundLogger

from service.interceptors.code_of import code_of


class LogRequests:
    """Logs each request when it is served."""

    def __init__(self, logger: FilteringBoundLogger) -> None:
        self._logger = logger

    async def on_start(self, _ctx: RequestContext[Any, Any]) -> float:
        """Looks at the clock."""
        return perf_counter()

    async def on_end(
        self, start: float, ctx: RequestContext[Any, Any], error: Exception | None
    ) -> None:
        """Says which method it was, how it ended and how long it took."""
        self._logger.info(
            "served",
            rpc=f"{ctx.method.service_name}/{ctx.method.name}",
            code=code_of(error),
            ms=round((perf_counter() - start) * 1000),
        )
