"""API and worker, with a real Temporal between them."""

import io
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from pyqwest import Client as HTTPClient
from pyqwest import HTTPTransport, HTTPVersion
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from bpmn.jobs import Job
from connection.traceparent import trace_id_of
from gen.ameide.process.v1.process_service_connect import ProcessServiceClient
from process.served import PROCESSES
from service.config import TemporalConfig
from service.controller import CONTROLLER_NAME
from service.environment import read_config
from service.interceptors import create_interceptors
from service.routes import create_app
from service.server.listen import start_server
from service.telemetry.logger import create_logger
from service.telemetry.telemetry import Telemetry, start_telemetry
from service.temporal.temporal import connect_temporal
from tests.support.policies import POLICIES
from tests.support.tokens import Issuer, WithToken
from worker.create_worker import create_worker


@dataclass(frozen=True)
class RunningService:
    """What tests see of it."""

    port: int
    issuer: Issuer
    telemetry: Telemetry
    http: HTTPClient
    written: io.StringIO
    traces: list[str | None]
    """The trace of each job, in their order."""

    def logged(self, method: str) -> list[dict[str, Any]]:
        """Lines of the log about a method."""
        entries = [json.loads(line) for line in self.written.getvalue().splitlines()]
        return [entry for entry in entries if entry.get("rpc", "").endswith(f"/{method}")]

    def client(self, *, signed_in: bool = True, **claims: Any) -> ProcessServiceClient:
        """A client of somebody with these claims; of tenant acme where they name none."""
        return ProcessServiceClient(
            f"http://127.0.0.1:{self.port}",
            http_client=self.http,
            interceptors=[WithToken(self.issuer.sign(**claims))] if signed_in else [],
        )


class _SeeTraces(Interceptor):
    def __init__(self, traces: list[str | None]) -> None:
        self._traces = traces

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        traces = self._traces

        class See(ActivityInboundInterceptor):
            async def execute_activity(self, input: ExecuteActivityInput) -> Any:
                traces.append(trace_id_of())
                return await self.next.execute_activity(input)

        return See(next)


@asynccontextmanager
async def running_service(
    server: WorkflowEnvironment, activities: Sequence[Job]
) -> AsyncIterator[RunningService]:
    """Starts both on a server of Temporal, and stops them."""
    issuer, telemetry, written = Issuer(), start_telemetry(), io.StringIO()
    traces: list[str | None] = []
    address = server.client.service_client.config.target_host
    temporal = await connect_temporal(read_config({"TEMPORAL_ADDRESS": address}, TemporalConfig))
    logger = create_logger("info", written)
    worker = create_worker(
        server.client,
        CONTROLLER_NAME,
        workflows=[process.workflow for process in PROCESSES],
        jobs=activities,
        policies=POLICIES,
        interceptors=[_SeeTraces(traces)],
    )
    async with (
        worker,
        HTTPTransport(http_version=HTTPVersion.HTTP2) as transport,
    ):
        app = create_app(temporal, create_interceptors(issuer.verify, logger, telemetry))
        listening = await start_server(app, 0)
        try:
            http = HTTPClient(transport)
            yield RunningService(listening.port, issuer, telemetry, http, written, traces)
        finally:
            await listening.stop()
            telemetry.stop()
