"""Health and metrics."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from pyqwest import Client

from service.server.admin import Admin
from service.server.listen import start_server
from service.telemetry.telemetry import start_telemetry


@dataclass
class Running:
    """An admin server, and whether what it asks is ready."""

    admin: Admin
    url: str = ""
    is_ready: bool = True

    async def get(self, path: str) -> tuple[int, str]:
        """Status and text of an answer."""
        response = await Client().get(f"{self.url}{path}")
        return response.status, response.text()


@pytest.fixture(scope="module")
async def running() -> AsyncIterator[Running]:
    telemetry = start_telemetry()
    telemetry.meter.create_counter("greetings").add(1)

    async def assert_ready() -> None:
        if not found.is_ready:
            raise ConnectionError("nobody there")

    found = Running(Admin(telemetry.metrics, assert_ready))
    server = await start_server(found.admin.app, 0)
    found.url = f"http://127.0.0.1:{server.port}"
    yield found
    await server.stop()
    telemetry.stop()


async def test_tells_whether_it_lives_is_ready_and_what_it_measures(running: Running) -> None:
    assert (await running.get("/livez"))[0] == 200
    assert (await running.get("/readyz"))[0] == 200
    metrics = (await running.get("/metrics"))[1]
    assert "target_info" in metrics and "greetings_total" in metrics
    assert (await running.get("/"))[0] == 404


async def test_is_not_ready_without_what_it_asks_and_lives(running: Running) -> None:
    running.is_ready = False
    assert (await running.get("/readyz"))[0] == 503
    assert (await running.get("/livez"))[0] == 200
    running.is_ready = True


async def test_is_not_ready_once_it_is_to_end(running: Running) -> None:
    running.admin.drain()
    assert (await running.get("/readyz"))[0] == 503
    assert (await running.get("/livez"))[0] == 200
