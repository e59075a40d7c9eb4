"""Worker and API as the cluster starts and ends them."""

import asyncio
import json
import os
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from pyqwest import Client
from temporalio.testing import WorkflowEnvironment

ROOT = Path(__file__).parents[2]
API = {
    "PORT": "0",
    "ADMIN_PORT": "0",
    "DRAIN_MS": "1000",
    "AUTH_ISSUER": "https://issuer.test/",
    "AUTH_AUDIENCE": "test",
    "AUTH_JWKS_URL": "https://issuer.test/keys",
}
Start = Callable[..., Awaitable[Process]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts a process with these variables; what still runs after the test is killed."""
    processes: list[Process] = []

    async def start(module: str, **env: str) -> Process:
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", module],
            cwd=ROOT,
            stdout=PIPE,
            stderr=PIPE,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
                **env,
            },
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture(scope="module")
def address(server: WorkflowEnvironment) -> str:
    return server.client.service_client.config.target_host


async def test_api_is_ready_drains_once_it_is_to_end_and_ends_in_order(
    start: Start, address: str
) -> None:
    process = await start("service.main", TEMPORAL_ADDRESS=address, **API)
    ready = await line_saying(process, "ready")
    url = f"http://127.0.0.1:{ready['adminPort']}"
    # a client that keeps its connections open does not hold up the end
    client = Client()
    assert (await client.get(f"{url}/readyz")).status == 200
    assert (await client.get(f"{url}/livez")).status == 200
    process.terminate()
    await line_saying(process, "stopping")
    assert (await client.get(f"{url}/readyz")).status == 503
    await ends_in_order(process)


async def test_api_is_not_ready_without_temporal_and_lives(start: Start) -> None:
    process = await start("service.main", TEMPORAL_ADDRESS="127.0.0.1:1", **API)
    ready = await line_saying(process, "ready")
    url = f"http://127.0.0.1:{ready['adminPort']}"
    assert (await Client().get(f"{url}/readyz")).status == 503
    assert (await Client().get(f"{url}/livez")).status == 200


async def test_api_does_not_start_without_its_configuration_and_says_what_is_missing(
    start: Start,
) -> None:
    process = await start("service.main", **{**API, "AUTH_AUDIENCE": ""})
    _, error = await process.communicate()
    assert process.returncode == 1
    assert b"AUTH_AUDIENCE" in error


async def test_worker_works_tells_its_health_and_what_it_measures_and_ends_in_order(
    start: Start, address: str
) -> None:
    health, metrics = free_port(), free_port()
    process = await start(
        "worker.main",
        TEMPORAL_ADDRESS=address,
        HEALTH_PORT=str(health),
        METRICS_ADDRESS=f"127.0.0.1:{metrics}",
    )
    ready = await line_saying(process, "Worker ready")
    assert ready["controller_type"] == "process-controller"
    client = Client()
    assert (await client.get(f"http://127.0.0.1:{health}/readyz")).status == 200
    assert (await client.get(f"http://127.0.0.1:{health}/healthz")).status == 200
    answer = await client.get(f"http://127.0.0.1:{metrics}/metrics")
    assert "temporal_worker_task_slots_available" in answer.text()
    process.terminate()
    await line_saying(process, "stopping")
    await ends_in_order(process)


async def ends_in_order(process: Process) -> None:
    """With status 0, a last line that says so, and nothing on the standard error."""
    async with asyncio.timeout(15):
        assert await process.wait() == 0
    assert process.stdout and process.stderr
    assert json.loads((await process.stdout.read()).splitlines()[-1])["msg"] == "stopped"
    assert await process.stderr.read() == b""


async def line_saying(process: Process, message: str) -> dict[str, Any]:
    """The next line of the log with this message."""
    assert process.stdout
    async for line in process.stdout:
        entry: dict[str, Any] = json.loads(line)
        if entry["msg"] == message:
            return entry
    raise EOFError(f'It ended without saying "{message}"')


def free_port() -> int:
    """One that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
