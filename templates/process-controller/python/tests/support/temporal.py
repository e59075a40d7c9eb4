"""Servers of Temporal for tests.

TEMPORAL_TEST_SERVER_PATH and TEMPORAL_CLI_PATH name executables that are there already;
else the SDK downloads them.
"""

import os

from temporalio.testing import WorkflowEnvironment

from connection.data_converter import DATA_CONVERTER
from connection.search_attributes import ensure_search_attributes


async def start_time_skipping() -> WorkflowEnvironment:
    """A server on which no time is waited for."""
    env = await WorkflowEnvironment.start_time_skipping(
        data_converter=DATA_CONVERTER,
        test_server_existing_path=os.environ.get("TEMPORAL_TEST_SERVER_PATH"),
    )
    await ensure_search_attributes(env.client)
    return env


async def start_server() -> WorkflowEnvironment:
    """A development server, which can do all that a real one can."""
    env = await WorkflowEnvironment.start_local(
        data_converter=DATA_CONVERTER, dev_server_existing_path=os.environ.get("TEMPORAL_CLI_PATH")
    )
    await ensure_search_attributes(env.client)
    return env
