"""What all tests can ask for."""

from collections.abc import AsyncIterator

import pytest
from temporalio.testing import WorkflowEnvironment

from tests.support.temporal import start_server, start_time_skipping


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[WorkflowEnvironment]:
    """A development server of Temporal, once for all tests of a file."""
    async with await start_server() as env:
        yield env


@pytest.fixture(scope="module")
async def time_skipping() -> AsyncIterator[WorkflowEnvironment]:
    """A server on which no time is waited for, once for all tests of a file."""
    async with await start_time_skipping() as env:
        yield env
