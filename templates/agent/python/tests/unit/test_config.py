"""The configuration."""

import pytest

from agent.config import Config
from agent.environment import ConfigError, read_config

ENV = {
    "AUTH_ISSUER": "https://issuer.test",
    "AUTH_AUDIENCE": "test",
    "AUTH_JWKS_URL": "https://issuer.test/keys",
}


def test_has_defaults() -> None:
    assert read_config(ENV, Config).port == 8080


def test_keeps_the_issuer_letter_by_letter() -> None:
    assert read_config(ENV, Config).auth_issuer == "https://issuer.test"


def test_takes_addresses_as_json() -> None:
    found = read_config(
        {**ENV, "CONTROLLERS": '{"component:demo/orders": "http://orders:8080"}'}, Config
    )
    assert found.controllers == {"component:demo/orders": "http://orders:8080"}
    with pytest.raises(ConfigError, match="CONTROLLERS"):
        read_config({**ENV, "CONTROLLERS": "component:demo/orders"}, Config)


@pytest.mark.parametrize("model", ["claude", "a b:c", "openai:"])
def test_refuses_a_model_without_a_provider_or_a_name(model: str) -> None:
    with pytest.raises(ConfigError, match="MODEL"):
        read_config({**ENV, "MODEL": model}, Config)


def test_names_everything_that_is_missing_or_wrong() -> None:
    with pytest.raises(ConfigError, match=r"AUTH_ISSUER: .*AUTH_AUDIENCE: .*DRAIN_MS: "):
        read_config({**ENV, "AUTH_ISSUER": "x", "AUTH_AUDIENCE": "", "DRAIN_MS": "-1"}, Config)
