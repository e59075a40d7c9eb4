"""The process: configured by the environment, ended by a signal."""

import asyncio
import os
import sys

import jwt

from service.config import Config
from service.database.pool import create_pool
from service.database.role import UnsafeRoleError, assert_plain_role
from service.environment import ConfigError, read_config
from service.interceptors import create_interceptors
from service.interceptors.verifier import create_verifier
from service.routes import create_app
from service.server.admin import Admin
from service.server.listen import start_server
from service.server.shutdown import asked_to_end, serve_until_asked_to_end
from service.telemetry.logger import create_logger, forward_library_logs
from service.telemetry.telemetry import start_telemetry


async def main() -> int:
    """Serves until it is asked to end; tells the status to exit with."""
    config = read_config(os.environ, Config)
    logger = create_logger(config.log_level)
    forward_library_logs(logger)
    telemetry = start_telemetry(config.otel_exporter_otlp_endpoint)
    pool = create_pool(config.database_url, config.database_pool_size)
    await pool.open()
    await assert_plain_role(pool)

    async def assert_ready() -> None:
        # not before the migrations have run
        async with pool.connection() as connection:
            await connection.execute("SELECT FROM outbox LIMIT 0")

    verify = create_verifier(
        config.auth_issuer, config.auth_audience, jwt.PyJWKClient(config.auth_jwks_url, timeout=5)
    )
    app = create_app(pool, create_interceptors(verify, logger, telemetry))
    server = await start_server(app, config.port)
    admin = Admin(telemetry.metrics, assert_ready)
    admin_server = await start_server(admin.app, config.admin_port)
    asked = asked_to_end()
    logger.info("ready", port=server.port, adminPort=admin_server.port)

    async def stop() -> None:
        admin.drain()
        await asyncio.sleep(config.drain_ms / 1000)
        await server.stop()
        await pool.close()
        await asyncio.to_thread(telemetry.stop)
        await admin_server.stop()

    return await serve_until_asked_to_end(logger, asked, stop)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (ConfigError, UnsafeRoleError) as error:
        sys.exit(str(error))
