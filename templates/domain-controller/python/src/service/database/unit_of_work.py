"""A transaction of the caller's tenant."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import LiteralString

from psycopg.rows import DictRow
from psycopg.sql import Composed

from service.caller import current_caller
from service.database.outbox import DomainEvent, write_events
from service.database.pool import Connection, Pool


@dataclass(frozen=True)
class Work:
    """What is done in one transaction."""

    tenant_id: str
    connection: Connection
    events: list[DomainEvent] = field(default_factory=list)

    async def query(
        self, text: LiteralString | Composed, values: Sequence[object] = ()
    ) -> list[DictRow]:
        """Runs a query that gives rows."""
        cursor = await self.connection.execute(text, values)
        return await cursor.fetchall()

    async def execute(self, text: LiteralString | Composed, values: Sequence[object] = ()) -> int:
        """Runs a query that gives none; tells how many rows it has written."""
        cursor = await self.connection.execute(text, values)
        return cursor.rowcount

    def emit(self, event: DomainEvent) -> None:
        """Tells of something that has happened, if the transaction commits."""
        self.events.append(event)


@asynccontextmanager
async def unit_of_work(pool: Pool) -> AsyncIterator[Work]:
    """Opens one transaction: all of it, with its events, or nothing.

    The tenant is set for the transaction alone, so that no connection goes back
    to the pool with one.
    """
    tenant_id = current_caller().tenant_id
    async with pool.connection() as connection:
        await connection.execute("SELECT set_config('app.tenant_id', %s, true)", [tenant_id])
        work = Work(tenant_id, connection)
        yield work
        await write_events(connection, tenant_id, work.events)
