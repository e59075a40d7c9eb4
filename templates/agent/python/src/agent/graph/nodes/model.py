"""Nodes that ask the model."""

import asyncio
import json
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, SystemMessage
from langchain_core.runnables import RunnableConfig

from agent.definition.model import Definition, Node
from agent.graph.nodes.node import NodeFunction
from agent.graph.state import State
from agent.tools.stub import Stub
from agent.tools.toolbox import Toolbox


class ModelTimeoutError(Exception):
    """The model took too long."""


class ModelError(Exception):
    """Its provider refused, or was not there: a key, a quota, a network."""


def model_node(
    definition: Definition, node: Node, model: BaseChatModel, toolbox: Toolbox
) -> NodeFunction:
    """Asks the model, which may call the tools of the node."""
    texts = [definition.instructions, node.prompt]
    instructions = SystemMessage("\n\n".join(filter(None, texts)))

    async def ask(state: State, config: RunnableConfig) -> State:
        stubs = toolbox.granted(node)
        bound = model.bind_tools([_as_function(stub) for stub in stubs]) if stubs else model
        try:
            async with asyncio.timeout(definition.limits.modelSeconds):
                answer = await bound.ainvoke([instructions, *state["messages"]], config)
        except TimeoutError:
            raise ModelTimeoutError("The model took too long") from None
        except Exception as error:
            # what a provider says may have somebody's key in it: for the log alone
            raise ModelError("The model could not be asked") from error
        if isinstance(answer, AIMessage) and answer.tool_calls:
            return {"messages": [answer]}
        return {"messages": [answer], "values": {node.id: _structured(str(answer.text))}}

    return ask


def _structured(text: str) -> Any:
    """An answer that is a JSON object as that, so that conditions can look into it."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict) else text


def _as_function(stub: Stub) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": stub.tool.id,
            "description": stub.description,
            "parameters": stub.arguments,
        },
    }
