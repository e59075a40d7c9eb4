"""The configuration, which comes from the environment alone."""

from typing import Annotated, Literal

from pydantic import Field, Json

from agent.environment import Address, Environment, Text


class Config(Environment):
    """The whole configuration; each field is the variable of the same name in upper case."""

    port: int = 8080
    admin_port: int = 8081
    auth_issuer: Address
    auth_audience: Text
    auth_jwks_url: Address
    log_level: Literal["trace", "debug", "info", "warn", "error"] = "info"
    drain_ms: Annotated[int, Field(ge=0)] = 5_000
    """How long it goes on serving once it is asked to end, while load balancers forget it."""
    otel_exporter_otlp_endpoint: Address | None = None
    """Where traces go; none are sent without it."""
    model: Annotated[str, Field(pattern=r"^([a-z0-9_]+:\S+)?$")] = ""
    """As `provider:name`; takes the place of the definition's where it is set."""
    controllers: Json[dict[str, Address]] = Field(default_factory=dict)
    """The address of each target of a tool, as a JSON object."""
