"""The whole agent on a real port, with a scripted model."""

import io
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from agent.runs.observe import observed
from agent.sandbox.scenario import Turn
from agent.server.app import create_app
from agent.server.listen import start_server
from agent.telemetry.logger import create_logger
from agent.telemetry.measures import Measures
from agent.telemetry.telemetry import Telemetry, start_telemetry
from tests.support.agents import Controllers, define
from tests.support.tokens import Issuer


@dataclass(frozen=True)
class RunningService:
    """What tests see of the service."""

    url: str
    issuer: Issuer
    telemetry: Telemetry
    controllers: Controllers
    written: io.StringIO

    def logged(self) -> list[dict[str, Any]]:
        """The lines of the log."""
        return [json.loads(line) for line in self.written.getvalue().splitlines()]

    async def post(
        self, content: Any, *, headers: dict[str, str] | None = None, **claims: Any
    ) -> httpx.Response:
        """Asks for a run, as somebody of tenant acme with these claims."""
        async with httpx.AsyncClient() as client:
            return await client.post(
                f"{self.url}/v1/runs",
                content=content if isinstance(content, str) else json.dumps(content),
                headers={
                    "authorization": f"Bearer {self.issuer.sign(**claims)}",
                    **(headers or {}),
                },
            )


@asynccontextmanager
async def running_service(
    turns: Sequence[Turn], answers: dict[str, Any] | None = None
) -> AsyncIterator[RunningService]:
    """Starts the agent of the tests with a script for its model, and stops it."""
    issuer, telemetry, written = Issuer(), start_telemetry(), io.StringIO()
    controllers = Controllers(answers or {"list_orders": {"orders": ["orders/1"]}})
    definition = define()
    measures = Measures(telemetry.meter)
    logger = create_logger("info", written)
    toolbox = controllers.toolbox(definition, is_proven=False)
    run = observed(controllers.run(definition, turns), telemetry.tracer, logger, measures)
    server = await start_server(create_app(run, toolbox, issuer.verify), 0)
    try:
        url = f"http://127.0.0.1:{server.port}"
        yield RunningService(url, issuer, telemetry, controllers, written)
    finally:
        await server.stop()
        telemetry.stop()
