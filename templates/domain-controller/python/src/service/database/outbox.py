"""Events, beside the change that they tell of."""

from collections.abc import Sequence
from dataclasses import dataclass

from opentelemetry import propagate
from uuid_utils.compat import uuid7

from service.database.pool import Connection


@dataclass(frozen=True)
class DomainEvent:
    """Something that has happened, for whoever wants to know."""

    type: str
    """As in `acme.orders.v1.OrderCreated`."""
    subject: str
    """Name of the resource."""
    data: str
    """JSON of the resource after it."""


async def write_events(
    connection: Connection, tenant_id: str, events: Sequence[DomainEvent]
) -> None:
    """Writes events in the transaction of the change; a relay reads them from there."""
    carrier: dict[str, str] = {}
    propagate.inject(carrier)
    for event in events:
        await connection.execute(
            "INSERT INTO outbox (tenant_id, event_id, type, subject, data, traceparent)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [
                tenant_id,
                uuid7(),
                event.type,
                event.subject,
                event.data,
                carrier.get("traceparent"),
            ],
        )
