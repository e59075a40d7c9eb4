"""The process: configured by the environment, ended by a signal."""

import asyncio
import os
import sys

import jwt

from agent.agent import Agent, load_agent
from agent.config import Config
from agent.definition.load import DefinitionError
from agent.environment import ConfigError, read_config
from agent.model import create_model
from agent.runs.observe import observed
from agent.runs.runner import create_run
from agent.server.admin import Admin
from agent.server.app import create_app
from agent.server.listen import start_server
from agent.server.shutdown import asked_to_end, serve_until_asked_to_end
from agent.server.verifier import create_verifier
from agent.telemetry.logger import create_logger, forward_library_logs
from agent.telemetry.measures import Measures
from agent.telemetry.telemetry import start_telemetry
from agent.tools.connect import create_client, create_invoke
from agent.tools.stub import StubError
from agent.tools.toolbox import Toolbox


async def main() -> int:
    """Serves until it is asked to end; tells the status to exit with."""
    config = read_config(os.environ, Config)
    agent = load_agent()
    _assert_addresses(agent, config)
    model = create_model(agent.definition.model, config.model)
    logger = create_logger(config.log_level)
    forward_library_logs(logger)
    telemetry = start_telemetry(config.otel_exporter_otlp_endpoint)
    measures = Measures(telemetry.meter)
    client = create_client()
    toolbox = Toolbox(
        agent.definition,
        agent.stubs,
        create_invoke(client, config.controllers),
        is_proven=agent.is_proven,
        tell=measures.used,
    )
    run = observed(create_run(agent.definition, model, toolbox), telemetry.tracer, logger, measures)
    verify = create_verifier(
        config.auth_issuer, config.auth_audience, jwt.PyJWKClient(config.auth_jwks_url, timeout=5)
    )
    server = await start_server(create_app(run, toolbox, verify), config.port)
    admin = Admin(telemetry.metrics, _ready)
    admin_server = await start_server(admin.app, config.admin_port)
    asked = asked_to_end()
    logger.info(
        "ready", port=server.port, adminPort=admin_server.port, sandboxPassed=agent.is_proven
    )

    async def stop() -> None:
        admin.drain()
        await asyncio.sleep(config.drain_ms / 1000)
        await server.stop()
        await client.aclose()
        await asyncio.to_thread(telemetry.stop)
        await admin_server.stop()

    return await serve_until_asked_to_end(logger, asked, stop)


async def _ready() -> None:
    """It needs nothing that could be away: a model or a controller that is shows in its runs."""


def _assert_addresses(agent: Agent, config: Config) -> None:
    targets = sorted({tool.target for tool in agent.definition.tools})
    missing = [target for target in targets if target not in config.controllers]
    if missing:
        raise ConfigError(f"CONTROLLERS: there is no address of {', '.join(missing)}")


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (ConfigError, DefinitionError, StubError) as error:
        sys.exit(str(error))
