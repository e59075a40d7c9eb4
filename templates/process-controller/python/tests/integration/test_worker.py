"""A worker as it starts, works and ends."""

import asyncio
from uuid import uuid4

import pytest
from pyqwest import Client as HTTPClient
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from service.server.listen import start_server
from tests.support.processes import Small
from tests.support.small import ONCE, worker_of
from worker.create_worker import create_worker
from worker.health import Health
from worker.running import asked_or_failed, start


async def test_is_ready_while_it_takes_tasks_and_lives_all_the_time(
    server: WorkflowEnvironment,
) -> None:
    worker = worker_of(server, f"health-{uuid4()}", ONCE)
    health = Health(worker)
    listening = await start_server(health.app, 0)
    client = HTTPClient()

    async def told() -> list[int]:
        url = f"http://127.0.0.1:{listening.port}"
        return [(await client.get(f"{url}/{path}")).status for path in ("readyz", "healthz")]

    assert await told() == [503, 200]
    working = await start(worker)
    assert await told() == [200, 200]
    health.drain()
    assert await told() == [503, 200]
    await worker.shutdown()
    await working
    await listening.stop()


async def test_does_not_start_in_a_namespace_that_is_not_there(
    server: WorkflowEnvironment,
) -> None:
    address = server.client.service_client.config.target_host
    client = await Client.connect(address, namespace="none")
    worker = create_worker(client, "none", workflows=[Small], jobs=[], policies=ONCE)
    with pytest.raises(RuntimeError, match="none"):
        await start(worker)


async def test_ends_with_what_it_fails_with() -> None:
    async def fail() -> None:
        raise ValueError("it fails")

    asked = asyncio.get_running_loop().create_future()
    with pytest.raises(ValueError, match="it fails"):
        await asked_or_failed(asked, asyncio.create_task(fail()))
