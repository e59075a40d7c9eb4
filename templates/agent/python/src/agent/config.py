"""The configuration, which comes from the environment alone."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, AnyUrl, BaseModel, ConfigDict, Field, Json, ValidationError


def _address(value: str) -> str:
    # looked at, and kept as it was written: issuers are compared letter by letter
    AnyUrl(value)
    return value


Address = Annotated[str, AfterValidator(_address)]


class Config(BaseModel):
    """The whole configuration; each field is the variable of the same name in upper case."""

    model_config = ConfigDict(alias_generator=str.upper, frozen=True)

    port: int = 8080
    admin_port: int = 8081
    auth_issuer: Address
    auth_audience: Annotated[str, Field(min_length=1)]
    auth_jwks_url: Address
    log_level: Literal["trace", "debug", "info", "warn", "error"] = "info"
    drain_ms: Annotated[int, Field(ge=0)] = 5_000
    """How long it goes on serving once it is asked to end, while load balancers forget it."""
    otel_exporter_otlp_endpoint: Address | None = None
    """Where traces go; none are sent without it."""
    model: Annotated[str, Field(pattern=r"^([a-z0-9_]+:\S+)?$")] = ""
    """As `provider:name`; takes the place of the definition's where it is set."""
    controllers: Json[dict[str, Address]] = {}
    """The address of each target of a tool, as a JSON object."""


class ConfigError(Exception):
    """Names every variable that is missing or wrong."""


def read_config(env: Mapping[str, str]) -> Config:
    """Reads the configuration, or raises ConfigError."""
    try:
        return Config.model_validate(env)
    except ValidationError as error:
        problems = [f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors()]
        raise ConfigError(f"The configuration is wrong. {'; '.join(problems)}") from None
