"""What all tests can ask for."""

from collections.abc import AsyncIterator

import pytest

from tests.support.service import RunningService, running_service


@pytest.fixture(scope="module")
async def service() -> AsyncIterator[RunningService]:
    """The whole service, once for all tests of a file."""
    async with running_service() as service:
        yield service
