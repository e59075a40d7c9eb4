"""The process of the worker: configured by the environment, ended by a signal."""

import asyncio
import os
import sys
from pathlib import Path

from connection.connect import connect
from connection.search_attributes import MissingSearchAttributeError, require_open_attribute
from process.served import JOBS, PROCESSES
from service.environment import ConfigError, read_config
from service.server.listen import start_server
from service.server.shutdown import asked_to_end, serve_until_asked_to_end
from service.telemetry.logger import create_logger, forward_library_logs
from service.telemetry.telemetry import start_telemetry
from worker.config import WorkerConfig
from worker.create_worker import create_worker
from worker.health import Health
from worker.policies import PoliciesError, read_policies
from worker.running import asked_or_failed, start
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
    await require_open_attribute(client)
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
    asked = asked_to_end()
    working = await start(worker)
    health = Health(worker)
    told = None
    if config.health_port is not None:
        told = await start_server(health.app, config.health_port)
    logger.info("Worker ready", taskQueue=config.temporal_task_queue)

    async def stop() -> None:
        health.drain()
        await worker.shutdown()
        await working
        await asyncio.to_thread(telemetry.stop)
        if told:
            await told.stop()

    return await serve_until_asked_to_end(logger, asked_or_failed(asked, working), stop)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (ConfigError, MissingSearchAttributeError, PoliciesError) as error:
        sys.exit(str(error))
