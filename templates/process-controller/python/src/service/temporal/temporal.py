"""What the handlers need of Temporal."""

from dataclasses import dataclass
from datetime import timedelta

from structlog.typing import FilteringBoundLogger
from temporalio.api.workflowservice.v1 import GetSystemInfoRequest
from temporalio.client import Client

from connection.connect import connect
from connection.search_attributes import MissingSearchAttributeError, ensure_search_attributes
from service.config import TemporalConfig
from service.temporal.carry_trace import CarryTrace

_READY = timedelta(seconds=2)


@dataclass
class Temporal:
    """A client, and where new instances are served."""

    client: Client
    task_queue: str
    has_search_attributes: bool = False

    async def assert_ready(self, logger: FilteringBoundLogger) -> None:
        """Raises where Temporal does not answer now; sees to the search attributes once it does."""
        await self.client.workflow_service.get_system_info(GetSystemInfoRequest(), timeout=_READY)
        if self.has_search_attributes:
            return
        try:
            await ensure_search_attributes(self.client)
        except MissingSearchAttributeError as error:
            # what is asked of instances that run is served all the same
            logger.warning("search attribute is missing", err=error)
        self.has_search_attributes = True


async def connect_temporal(config: TemporalConfig) -> Temporal:
    """Connects with the first request."""
    client = await connect(config, lazy=True, interceptors=(CarryTrace(),))
    return Temporal(client, config.temporal_task_queue)
