"""Connections of the application role."""

from typing import TypeAlias

from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool

Connection: TypeAlias = AsyncConnection[DictRow]
Pool: TypeAlias = AsyncConnectionPool[Connection]

_SETTINGS = {
    "statement_timeout": "10s",
    "idle_in_transaction_session_timeout": "15s",
    # Python has no times after the year 9999, which other zones would make of some
    "timezone": "UTC",
}


def create_pool(url: str, size: int) -> Pool:
    """Makes a pool, which is to be opened; no connection is made before it is needed."""
    return AsyncConnectionPool(
        url,
        min_size=0,
        max_size=size,
        timeout=5,
        open=False,
        # one that broke while nobody used it is replaced
        check=AsyncConnectionPool.check_connection,
        kwargs={
            "row_factory": dict_row,
            "connect_timeout": 5,
            "options": " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items()),
        },
    )
