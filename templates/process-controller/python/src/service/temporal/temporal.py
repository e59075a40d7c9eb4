"""What the handlers need of Temporal."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import timedelta

from temporalio.api.workflowservice.v1 import GetSystemInfoRequest
from temporalio.client import Client
from temporalio.common import SearchAttributePair, TypedSearchAttributes

from connection.connect import connect
from connection.search_attributes import ARTIFACT, REVISION, TENANT, ensure_search_attributes
from service import controller
from service.config import TemporalConfig
from service.temporal.carry_trace import CarryTrace

_READY = timedelta(seconds=2)


@dataclass
class Temporal:
    """A client, and what new instances begin with."""

    client: Client
    task_queue: str
    """Where they are served."""
    revision: int | None
    """Of the drawing, where it is known."""
    known_attributes: Set[str] | None = None

    async def assert_ready(self) -> None:
        """Raises where Temporal does not answer now."""
        await self.client.workflow_service.get_system_info(GetSystemInfoRequest(), timeout=_READY)
        await self._known()

    async def search_attributes_of(self, tenant_id: str) -> TypedSearchAttributes:
        """By what the factory finds the instances of a tenant.

        What the namespace does not know is left out: Temporal would refuse the start.
        """
        pairs: list[SearchAttributePair[str] | SearchAttributePair[int]] = [
            SearchAttributePair(TENANT, tenant_id),
            SearchAttributePair(ARTIFACT, controller.ARTIFACT),
        ]
        if self.revision is not None:
            pairs.append(SearchAttributePair(REVISION, self.revision))
        known = await self._known()
        return TypedSearchAttributes([pair for pair in pairs if pair.key.name in known])

    async def _known(self) -> Set[str]:
        if self.known_attributes is None:
            self.known_attributes = await ensure_search_attributes(self.client)
        return self.known_attributes


async def connect_temporal(config: TemporalConfig, revision: int | None = None) -> Temporal:
    """Connects with the first request."""
    client = await connect(config, lazy=True, interceptors=(CarryTrace(),))
    return Temporal(client, config.temporal_task_queue, revision)
