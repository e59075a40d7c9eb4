"""The process, with a model that needs no provider: which one is installed is nothing of the tests."""

import asyncio
import sys
from unittest.mock import patch

from agent import main as process
from agent.environment import ConfigError
from agent.sandbox.scripted_model import scripted

if __name__ == "__main__":
    try:
        with patch.object(process, "create_model", lambda _declared, _configured: scripted([])):
            sys.exit(asyncio.run(process.main()))
    except ConfigError as error:
        sys.exit(str(error))
