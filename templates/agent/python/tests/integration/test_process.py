"""The service as the cluster starts and ends it."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.agent import load_agent

ROOT = Path(__file__).parents[2]
ADDRESSES = {tool.target: "http://127.0.0.1:9" for tool in load_agent().definition.tools}
Start = Callable[..., Awaitable[Process]]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Starts the process with these variables; what still runs after the test is killed."""
    processes: list[Process] = []

    async def start(**env: str) -> Process:
        process = await asyncio.create_subprocess_exec(
            *[sys.executable, "-m", "tests.support.main"],
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
                "CONTROLLERS": json.dumps(ADDRESSES),
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


async def test_is_ready_drains_once_it_is_to_end_and_ends_in_order(start: Start) -> None:
    process = await start()
    ready = await line_saying(process, "ready")
    url = f"http://127.0.0.1:{ready['adminPort']}/readyz"
    # a client that keeps its connections open does not hold up the end
    async with httpx.AsyncClient() as client:
        assert (await client.get(url)).status_code == 200
        process.terminate()
        await line_saying(process, "stopping")
        assert (await client.get(url)).status_code == 503
        async with asyncio.timeout(5):
            assert await process.wait() == 0
    assert process.stdout and process.stderr
    assert json.loads((await process.stdout.read()).splitlines()[-1])["msg"] == "stopped"
    assert await process.stderr.read() == b""


async def test_does_not_start_without_its_configuration_and_says_what_is_missing(
    start: Start,
) -> None:
    process = await start(AUTH_ISSUER="")
    _, error = await process.communicate()
    assert process.returncode == 1
    assert b"AUTH_ISSUER" in error


async def test_does_not_start_without_the_addresses_of_its_tools(start: Start) -> None:
    process = await start(CONTROLLERS="{}")
    if ADDRESSES:
        _, error = await process.communicate()
        assert b"CONTROLLERS: there is no address of" in error
    else:
        assert await line_saying(process, "ready")


async def line_saying(process: Process, message: str) -> dict[str, Any]:
    """The next line of the log with this message."""
    assert process.stdout
    async for line in process.stdout:
        entry: dict[str, Any] = json.loads(line)
        if entry["msg"] == message:
            return entry
    raise EOFError(f'It ended without saying "{message}"')
