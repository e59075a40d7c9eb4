"""The service as the cluster starts and ends it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from pyqwest import Client

from tests.support.database import Database, create_database

ROOT = Path(__file__).parents[2]
Start = Callable[..., Awaitable[Process]]


@pytest.fixture(scope="module")
async def database() -> AsyncIterator[Database]:
    async with create_database() as database:
        yield database


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts the process with these variables; what still runs after the test is killed."""
    processes: list[Process] = []

    async def start(**env: str) -> Process:
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "service.main"],
            cwd=ROOT,
            stdout=PIPE,
            stderr=PIPE,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
                "PORT": "0",
                "ADMIN_PORT": "0",
                "DRAIN_MS": "1000",
                "AUTH_ISSUER": "https://issuer.test/",
                "AUTH_AUDIENCE": "test",
                "AUTH_JWKS_URL": "https://issuer.test/keys",
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


async def test_is_ready_drains_once_it_is_to_end_and_ends_in_order(
    start: Start, database: Database
) -> None:
    process = await start(DATABASE_URL=database.application)
    ready = await line_saying(process, "ready")
    url = f"http://127.0.0.1:{ready['adminPort']}/readyz"
    # a client that keeps its connections open does not hold up the end
    client = Client()
    assert (await client.get(url)).status == 200
    process.terminate()
    await line_saying(process, "stopping")
    assert (await client.get(url)).status == 503
    async with asyncio.timeout(5):
        assert await process.wait() == 0
    assert process.stdout and process.stderr
    assert json.loads((await process.stdout.read()).splitlines()[-1])["msg"] == "stopped"
    assert await process.stderr.read() == b""


async def test_does_not_start_with_a_role_that_sees_all_tenants(
    start: Start, database: Database
) -> None:
    process = await start(DATABASE_URL=database.superuser)
    _, error = await process.communicate()
    assert process.returncode == 1
    assert b"passes by row-level security" in error


async def test_does_not_start_without_its_configuration_and_says_what_is_missing(
    start: Start,
) -> None:
    process = await start()
    _, error = await process.communicate()
    assert process.returncode == 1
    assert b"DATABASE_URL" in error


async def line_saying(process: Process, message: str) -> dict[str, Any]:
    """The next line of the log with this message."""
    assert process.stdout
    async for line in process.stdout:
        entry: dict[str, Any] = json.loads(line)
        if entry["msg"] == message:
            return entry
    raise EOFError(f'It ended without saying "{message}"')
