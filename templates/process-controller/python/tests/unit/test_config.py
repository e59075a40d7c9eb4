"""The configuration."""

import pytest

from service.config import Config
from service.controller import CONTROLLER_NAME
from service.environment import ConfigError, read_config
from worker.config import WorkerConfig

ENV = {
    "AUTH_ISSUER": "https://issuer.test",
    "AUTH_AUDIENCE": "test",
    "AUTH_JWKS_URL": "https://issuer.test/keys",
}


def test_has_defaults() -> None:
    config = read_config(ENV, Config)
    assert config.port == 8080
    assert config.temporal_address == "localhost:7233"
    assert config.temporal_task_queue == CONTROLLER_NAME
    assert read_config({}, WorkerConfig).health_port is None


def test_keeps_the_issuer_letter_by_letter() -> None:
    assert read_config(ENV, Config).auth_issuer == "https://issuer.test"


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_has_flags(text: str, value: bool) -> None:
    assert read_config({"TEMPORAL_TLS": text}, WorkerConfig).temporal_tls is value


def test_names_everything_that_is_missing_or_wrong() -> None:
    wrong = {"AUTH_ISSUER": "x", "AUTH_AUDIENCE": "", "DRAIN_MS": "-1", "TEMPORAL_TLS": "yes"}
    with pytest.raises(ConfigError) as caught:
        read_config({**ENV, **wrong}, Config)
    for name in wrong:
        assert f"{name}: " in str(caught.value)
