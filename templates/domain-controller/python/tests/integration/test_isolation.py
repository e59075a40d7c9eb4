"""What has to be true of every table, also of those that come later."""

from collections.abc import AsyncIterator
from typing import LiteralString

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege
from psycopg.rows import DictRow, dict_row
from psycopg.sql import SQL, Composed, Identifier

from service.database.pool import create_pool
from service.database.role import UnsafeRoleError, assert_plain_role
from tests.support.database import Database, create_database


@pytest.fixture(scope="module")
async def database() -> AsyncIterator[Database]:
    async with create_database() as database:
        yield database


async def run(url: str, text: LiteralString | Composed) -> list[DictRow]:
    """Runs a query, and gives its rows where it has some."""
    connect = psycopg.AsyncConnection.connect
    async with await connect(url, autocommit=True, row_factory=dict_row) as connection:
        cursor = await connection.execute(text)
        return await cursor.fetchall() if cursor.description else []


async def tables(database: Database) -> list[DictRow]:
    """All tables but the one of Flyway."""
    return await run(
        database.superuser,
        """SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
                  (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
           FROM pg_class c
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
             AND c.relname <> 'flyway_schema_history'""",
    )


async def test_is_forced_on_every_table_by_a_policy(database: Database) -> None:
    found = await tables(database)
    assert len(found) > 2
    for table in found:
        assert table["forced"], f"{table['name']} has no forced row-level security"
        assert table["policies"], f"{table['name']} has no policy"


async def test_shows_nothing_without_a_tenant_to_application_and_owner(database: Database) -> None:
    await run(
        database.superuser,
        "INSERT INTO outbox (tenant_id, event_id, type, subject, data)"
        " VALUES ('acme', gen_random_uuid(), 't', 's', '{}')",
    )
    for table in await tables(database):
        for url in (database.application, database.owner):
            query = SQL("SELECT * FROM {}").format(Identifier(table["name"]))
            assert await run(url, query) == []


async def test_lets_nobody_write_for_another_tenant(database: Database) -> None:
    with pytest.raises(InsufficientPrivilege, match="row-level security"):
        await run(
            database.application,
            "WITH t AS (SELECT set_config('app.tenant_id', 'other', true))"
            " INSERT INTO outbox (tenant_id, event_id, type, subject, data)"
            " SELECT 'acme', gen_random_uuid(), 't', 's', '{}' FROM t",
        )


@pytest.mark.parametrize(
    "text",
    [
        "ALTER TABLE outbox DISABLE ROW LEVEL SECURITY",
        "DROP POLICY tenant ON outbox",
        "CREATE TABLE own (id int)",
        "SET ROLE service_owner",
    ],
)
async def test_cannot_be_changed_by_the_application(
    database: Database, text: LiteralString
) -> None:
    with pytest.raises(InsufficientPrivilege):
        await run(database.application, text)


async def test_is_insisted_on_at_the_start(database: Database) -> None:
    async with create_pool(database.application, 1) as pool:
        await assert_plain_role(pool)
    async with create_pool(database.superuser, 1) as pool:
        with pytest.raises(UnsafeRoleError, match="passes by row-level security"):
            await assert_plain_role(pool)
