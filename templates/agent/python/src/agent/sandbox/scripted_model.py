"""A model that says what a script has for it, turn by turn."""

from collections.abc import Iterable
from typing import Any

from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from agent.sandbox.scenario import Turn


class ScriptedModel(GenericFakeChatModel):
    """Takes tools as any model does; which of them it asks for is in the script."""

    def bind_tools(self, tools: Any, **_options: Any) -> Any:
        """Keeps to the script."""
        return self


def scripted(turns: Iterable[Turn]) -> ScriptedModel:
    """Makes a model that takes these turns."""
    messages = [
        AIMessage(
            content=turn.says,
            tool_calls=[
                {"name": call.tool, "args": call.arguments, "id": f"call-{i}-{j}"}
                for j, call in enumerate(turn.calls)
            ],
        )
        for i, turn in enumerate(turns)
    ]
    return ScriptedModel(messages=iter(messages))
