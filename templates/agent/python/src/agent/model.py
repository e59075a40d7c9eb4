"""The language model, whoever provides it."""

from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from agent.definition.model import Model
from agent.environment import ConfigError


def create_model(declared: Model, configured: str = "") -> BaseChatModel:
    """Makes the model that is configured, else the one that is declared.

    The key of its provider is read from the environment, where each has a variable of
    its own, as ANTHROPIC_API_KEY.
    """
    provider, _, name = configured.partition(":")
    options: dict[str, Any] = (
        {} if declared.temperature is None else {"temperature": declared.temperature}
    )
    try:
        model: BaseChatModel = init_chat_model(
            name or declared.name, model_provider=provider or declared.provider, **options
        )
    except ImportError as error:
        raise ConfigError(f"MODEL: its provider is not installed. {error}") from None
    except Exception as error:
        # each provider has errors of its own, for a key that is missing and for much else
        raise ConfigError(f"MODEL: it cannot be had. {str(error).splitlines()[0]}") from None
    return model
