"""A database with the migrations in it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests.support.server import running_postgres

_ROOT = Path(__file__).parents[2]
_PASSWORD = "for-tests-only"


@dataclass(frozen=True)
class Database:
    """The addresses of the three roles."""

    superuser: str
    owner: str
    application: str


@asynccontextmanager
async def create_database() -> AsyncIterator[Database]:
    """Makes a database of its own, as the cluster does it: roles, owner, migrations."""
    name = f"test_{token_hex(6)}"
    with running_postgres() as server:

        def url_of(user: str | None = None) -> str:
            address = urlsplit(server)
            place = address.netloc.rpartition("@")[2]
            netloc = f"{user}:{_PASSWORD}@{place}" if user else address.netloc
            return urlunsplit(address._replace(netloc=netloc, path=f"/{name}"))

        try:
            await _run(server, _roles_unless_there())
            await _run(server, f"CREATE DATABASE {name} OWNER service_owner")
            await _run(url_of(), "ALTER SCHEMA public OWNER TO service_owner")
            for file in migrations():
                await _run(url_of("service_owner"), file.read_text())
            yield Database(url_of(), url_of("service_owner"), url_of("service_application"))
        finally:
            await _run(server, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _roles_unless_there() -> str:
    """Roles belong to the whole server, which several tests may share."""
    bootstrap = (_ROOT / "db" / "bootstrap" / "roles.sql").read_text()
    return f"""DO $do$ BEGIN
      PERFORM pg_advisory_xact_lock(727274);
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'service_owner') THEN
        {bootstrap}
      END IF;
      ALTER ROLE service_owner PASSWORD '{_PASSWORD}';
      ALTER ROLE service_application PASSWORD '{_PASSWORD}';
    END $do$"""


def migrations() -> list[Path]:
    """In the order that Flyway takes them in."""
    found = {
        int(match[1]): file
        for file in (_ROOT / "chart" / "migrations").iterdir()
        if (match := re.match(r"V(\d+)__", file.name))
    }
    return [found[version] for version in sorted(found)]


async def _run(url: str, text: str) -> None:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute(text.encode())
