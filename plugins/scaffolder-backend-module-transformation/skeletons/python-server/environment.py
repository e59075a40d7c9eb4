"""How a configuration is read from the environment."""

from collections.abc import Mapping
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AnyUrl, BaseModel, ConfigDict, Field, ValidationError


def _address(value: str) -> str:
    # looked at, and kept as it was written: issuers are compared letter by letter
    AnyUrl(value)
    return value


Address = Annotated[str, AfterValidator(_address)]
Text = Annotated[str, Field(min_length=1)]


class Environment(BaseModel):
    """A configuration; each field is the variable of the same name in upper case."""

    model_config = ConfigDict(alias_generator=str.upper, frozen=True)


class ConfigError(Exception):
    """Names every variable that is missing or wrong."""


E = TypeVar("E", bound=Environment)


def read_config(env: Mapping[str, str], kind: type[E]) -> E:
    """Reads a configuration, or raises ConfigError."""
    try:
        return kind.model_validate(env)
    except ValidationError as error:
        problems = [f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors()]
        raise ConfigError(f"The configuration is wrong. {'; '.join(problems)}") from None
