"""The process of the worker: configured by the environment, ended by a signal."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from connection.connect import connect
from connection.search_attributes import MissingSearchAttributeError, ensure_search_attributes
from process.served import JOBS, PROCESSES
from service.config import ConfigError, read_config
from service.server.listen import start_server
from service.server.shutdown import asked_to_end, serve_until_asked_to_end
from service.telemetry.logger import create_logger, forward_library_logs
from service.telemetry.telemetry import start_telemetry
from worker.config import WorkerConfig
from worker.create_worker import create_worker
from worker.health import health_app
from worker.policies import PoliciesError, read_policies
from worker.telemetry.runtime import create_runtime
from worker.telemetry.spans import SpanOfActivity
from worker.telemetry.work_logs import forward_work_logs

# beside the sources, in the repository and in the image
_POLICIES = Path(__file__).parents[2] / "policies.yaml"


async def main() -> int:
    """Works until it is asked to end; tells the status to exit with."""
    config = read_config(os.environ, WorkerConfig)
    policies = read_policies(_POLICIES.read_text(), JOBS.keys())
    logger = create_logger(config.log_level)
    forward_library_logs(logger)
    forward_work_logs(logger)
    telemetry = start_telemetry(config.otel_exporter_otlp_endpoint)
    client = await connect(config, runtime=create_runtime(config.metrics_address))
    await ensure_search_attributes(client)
    worker = create_worker(
        client,
        config.temporal_task_queue,
        workflows=[process.workflow for process in PROCESSES],
        jobs=[*JOBS.values()],
        policies=policies,
        interceptors=(
            [SpanOfActivity(telemetry.tracer)] if config.otel_exporter_otlp_endpoint else []
        ),
    )
    working = asyncio.create_task(worker.run())
    health = None
    if config.health_port is not None:
        health = await start_server(health_app(worker), config.health_port)
    asked = asked_to_end()
    logger.info("Worker ready", taskQueue=config.temporal_task_queue)

    async def asked_or_failed() -> str:
        waiting: list[asyncio.Future[Any]] = [working, asked]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            # what it has failed with, so that the cluster starts it anew
            working.result()
        return await asked

    async def stop() -> None:
        await worker.shutdown()
        await working
        await asyncio.to_thread(telemetry.stop)
        if health:
            await health.stop()

    return await serve_until_asked_to_end(logger, asked_or_failed(), stop)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (ConfigError, MissingSearchAttributeError, PoliciesError) as error:
        sys.exit(str(error))
