"""The configuration."""

import pytest

from service.config import Config
from service.environment import ConfigError, read_config

ENV = {
    "DATABASE_URL": "postgresql://localhost/test",
    "AUTH_ISSUER": "https://issuer.test",
    "AUTH_AUDIENCE": "test",
    "AUTH_JWKS_URL": "https://issuer.test/keys",
}


def test_has_defaults() -> None:
    assert read_config(ENV, Config).port == 8080


def test_keeps_the_issuer_letter_by_letter() -> None:
    assert read_config(ENV, Config).auth_issuer == "https://issuer.test"


def test_names_everything_that_is_missing_or_wrong() -> None:
    with pytest.raises(ConfigError, match=r"AUTH_ISSUER: .*AUTH_AUDIENCE: .*DRAIN_MS: "):
        read_config({**ENV, "AUTH_ISSUER": "x", "AUTH_AUDIENCE": "", "DRAIN_MS": "-1"}, Config)
