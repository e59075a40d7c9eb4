"""The agent SalesCoach with a model that needs no provider: it looks the lead up, and counts its seats."""

import asyncio
import json
import sys
from typing import Any
from unittest.mock import patch

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from agent import main as process


class SeatCounter(BaseChatModel):
    """Asks for the lead, then answers as the instructions say."""

    @property
    def _llm_type(self) -> str:
        return "seat-counter"

    def bind_tools(self, tools: Any, **_options: Any) -> Any:
        """Knows which tool it wants."""
        return self

    def _generate(self, messages: list[BaseMessage], *_args: Any, **_options: Any) -> ChatResult:
        last = messages[-1]
        answer = _judge(last.text) if isinstance(last, ToolMessage) else _look_up(last.text)
        return ChatResult(generations=[ChatGeneration(message=answer)])


def _look_up(name: str) -> AIMessage:
    return AIMessage("", tool_calls=[{"name": "get_lead", "args": {"name": name}, "id": "1"}])


def _judge(found: str) -> AIMessage:
    lead = json.loads(found)["lead"]
    seats = int(lead.get("seats", 0))
    score = min(100, 20 + seats)
    rationale = (
        f"{seats} seats at {lead['company']}: {'worth a call' if score >= 60 else 'by mail'}"
    )
    return AIMessage(json.dumps({"score": score, "rationale": rationale}))


if __name__ == "__main__":
    with patch.object(process, "create_model", lambda _declared, _configured: SeatCounter()):
        sys.exit(asyncio.run(process.main()))
