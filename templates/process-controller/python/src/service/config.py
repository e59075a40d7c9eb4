"""The configuration, which comes from the environment alone."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from service.controller import CONTROLLER_NAME
from service.environment import Address, Environment, Text


def _flag(value: object) -> object:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


class TemporalConfig(Environment):
    """What worker and API need alike; each field is the variable of the same name in upper case."""

    temporal_address: Text = "localhost:7233"
    temporal_namespace: Text = "default"
    temporal_task_queue: Text = CONTROLLER_NAME
    """Where instances are served."""
    temporal_tls: Annotated[bool, BeforeValidator(_flag), Field(strict=True)] = False
    temporal_api_key: Text | None = None
    log_level: Literal["trace", "debug", "info", "warn", "error"] = "info"
    otel_exporter_otlp_endpoint: Address | None = None
    """Where traces go; none are sent without it."""


class Config(TemporalConfig):
    """The whole configuration of the API."""

    port: int = 8080
    admin_port: int = 8081
    auth_issuer: Address
    auth_audience: Text
    auth_jwks_url: Address
    revision: Annotated[int, Field(ge=1)] | None = None
    """Of the drawing, for the factory's pages."""
    drain_ms: Annotated[int, Field(ge=0)] = 5_000
    """How long it goes on serving once it is asked to end, while load balancers forget it."""
