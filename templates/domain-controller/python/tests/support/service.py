"""The whole service on a real port and a real database."""

import io
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, LiteralString, TypeVar

from connectrpc.client import ConnectClient
from connectrpc.protocol import ProtocolType
from psycopg.rows import DictRow
from psycopg.sql import SQL, Identifier
from pyqwest import Client as HTTPClient
from pyqwest import HTTPTransport, HTTPVersion

from service.database.pool import Pool, create_pool
from service.interceptors import create_interceptors
from service.routes import create_app
from service.server.listen import start_server
from service.telemetry.logger import create_logger
from service.telemetry.telemetry import Telemetry, start_telemetry
from tests.support.database import create_database
from tests.support.tokens import Issuer, WithToken

C = TypeVar("C", bound=ConnectClient)


@dataclass(frozen=True)
class RunningService:
    """What tests see of the service."""

    port: int
    issuer: Issuer
    telemetry: Telemetry
    http: HTTPClient
    superuser: Pool
    written: io.StringIO

    def logged(self, rpc: str) -> dict[str, Any]:
        """The last line of the log about a method."""
        entries: list[dict[str, Any]] = [
            json.loads(line) for line in self.written.getvalue().splitlines()
        ]
        return [entry for entry in entries if entry.get("rpc") == rpc][-1]

    def metrics(self, name: str) -> list[str]:
        """What Prometheus fetches of this name."""
        lines = self.telemetry.metrics().decode().splitlines()
        return [line for line in lines if line.startswith(f"{name}{{")]

    def client(
        self,
        kind: type[C],
        *,
        signed_in: bool = True,
        protocol: ProtocolType = ProtocolType.CONNECT,
        **claims: Any,
    ) -> C:
        """A generated client of somebody with these claims; of tenant acme where they name none."""
        return kind(
            f"http://127.0.0.1:{self.port}",
            protocol=protocol,
            http_client=self.http,
            interceptors=[WithToken(self.issuer.sign(**claims))] if signed_in else [],
        )

    async def query(self, text: LiteralString, values: Sequence[object] = ()) -> list[DictRow]:
        """Runs a query as superuser, which sees every tenant."""
        async with self.superuser.connection() as connection:
            return await (await connection.execute(text, values)).fetchall()

    async def put_state(self, table: str, identity: str, state: str) -> None:
        """Puts an aggregate into a state, wherever it is in its life."""
        text = SQL("UPDATE {} SET state = %s WHERE id = %s").format(Identifier(table))
        async with self.superuser.connection() as connection:
            await connection.execute(text, [state, identity])


@asynccontextmanager
async def running_service() -> AsyncIterator[RunningService]:
    """Starts the service, and stops it."""
    issuer, telemetry, written = Issuer(), start_telemetry(), io.StringIO()
    logger = create_logger("info", written)
    async with (
        create_database() as database,
        create_pool(database.application, 4) as pool,
        create_pool(database.superuser, 2) as superuser,
        HTTPTransport(http_version=HTTPVersion.HTTP2) as transport,
    ):
        app = create_app(pool, create_interceptors(issuer.verify, logger, telemetry))
        server = await start_server(app, 0)
        try:
            http = HTTPClient(transport)
            yield RunningService(server.port, issuer, telemetry, http, superuser, written)
        finally:
            await server.stop()
            telemetry.stop()
