"""The configuration, which comes from the environment alone."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AnyUrl,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from service.controller import CONTROLLER_NAME


def _address(value: str) -> str:
    # looked at, and kept as it was written: issuers are compared letter by letter
    AnyUrl(value)
    return value


def _flag(value: object) -> object:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


Address = Annotated[str, AfterValidator(_address)]
Text = Annotated[str, Field(min_length=1)]


class TemporalConfig(BaseModel):
    """What worker and API need alike; each field is the variable of the same name in upper case."""

    model_config = ConfigDict(alias_generator=str.upper, frozen=True)

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


class ConfigError(Exception):
    """Names every variable that is missing or wrong."""


C = TypeVar("C", bound=TemporalConfig)


def read_config(env: Mapping[str, str], kind: type[C]) -> C:
    """Reads a configuration, or raises ConfigError."""
    try:
        return kind.model_validate(env)
    except ValidationError as error:
        problems = [f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors()]
        raise ConfigError(f"The configuration is wrong. {'; '.join(problems)}") from None
