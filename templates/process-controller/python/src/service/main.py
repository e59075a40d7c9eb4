"""The process of the API: configured by the environment, ended by a signal."""

import asyncio
import os
import sys

import jwt

from service.config import Config
from service.environment import ConfigError, read_config
from service.interceptors import create_interceptors
from service.interceptors.verifier import create_verifier
from service.routes import create_app
from service.server.admin import Admin
from service.server.listen import start_server
from service.server.shutdown import asked_to_end, serve_until_asked_to_end
from service.telemetry.logger import create_logger, forward_library_logs
from service.telemetry.telemetry import start_telemetry
from service.temporal.temporal import connect_temporal


async def main() -> int:
    """Serves until it is asked to end; tells the status to exit with."""
    config = read_config(os.environ, Config)
    logger = create_logger(config.log_level)
    forward_library_logs(logger)
    telemetry = start_telemetry(config.otel_exporter_otlp_endpoint)
    temporal = await connect_temporal(config, config.revision)

    verify = create_verifier(
        config.auth_issuer, config.auth_audience, jwt.PyJWKClient(config.auth_jwks_url, timeout=5)
    )
    app = create_app(temporal, create_interceptors(verify, logger, telemetry))
    server = await start_server(app, config.port)
    admin = Admin(telemetry.metrics, temporal.assert_ready)
    admin_server = await start_server(admin.app, config.admin_port)
    asked = asked_to_end()
    logger.info("ready", port=server.port, adminPort=admin_server.port)

    async def stop() -> None:
        admin.drain()
        await asyncio.sleep(config.drain_ms / 1000)
        await server.stop()
        await asyncio.to_thread(telemetry.stop)
        await admin_server.stop()

    return await serve_until_asked_to_end(logger, asked, stop)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except ConfigError as error:
        sys.exit(str(error))
