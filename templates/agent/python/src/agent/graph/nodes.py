"""What each type of node does."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.runnables import RunnableConfig
from langgraph.types import interrupt

from agent.definition.model import Definition, Node, Source
from agent.graph.state import State, find_value
from agent.tools.stub import Stub
from agent.tools.toolbox import Toolbox, Used

NodeFunction = Callable[..., Awaitable[State]]
"""Takes the state, and the configuration of the run where it needs it."""


class LimitError(Exception):
    """A run has reached a limit of the definition."""


class ModelTimeoutError(Exception):
    """The model took too long."""


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
        if isinstance(answer, AIMessage) and answer.tool_calls:
            return {"messages": [answer]}
        return {"messages": [answer], "values": {node.id: _structured(str(answer.text))}}

    return ask


def tools_node(definition: Definition, node: Node, toolbox: Toolbox) -> NodeFunction:
    """Does what the model has asked for in the last message."""

    async def call(state: State, config: RunnableConfig) -> State:
        asked = state["messages"][-1]
        calls = asked.tool_calls if isinstance(asked, AIMessage) else []
        _assert_may_call(definition, state, len(calls))
        stubs = toolbox.granted(node)
        used = [
            await toolbox.use(stubs, call["name"], call["args"], _call_id(config, call["id"]))
            for call in calls
        ]
        messages = [
            ToolMessage(
                one.text, tool_call_id=call["id"] or "", name=call["name"], status=_status(one)
            )
            for call, one in zip(calls, used, strict=True)
        ]
        proposals = [one.proposal for one in used if one.proposal]
        return {"messages": [*messages], "proposals": proposals, "calls": len(calls)}

    return call


def tool_node(definition: Definition, node: Node, toolbox: Toolbox) -> NodeFunction:
    """Calls its tool, with what the definition says."""

    async def call(state: State, config: RunnableConfig) -> State:
        _assert_may_call(definition, state, 1)
        name = node.tool or ""
        arguments = _values(node.arguments, state)
        place = f"{node.id}/{state.get('calls', 0)}"
        stubs = toolbox.granted(node)
        used = await toolbox.use(stubs, name, arguments, _call_id(config, place))
        value = used.answer if used.outcome == "called" else {"error": used.answer}
        if used.outcome == "proposed":
            value = used.answer
        proposals = [used.proposal] if used.proposal else []
        # the model is told as well, in a form that every provider takes
        told = HumanMessage(f"{name}: {used.text}", name="tool")
        return {
            "messages": [told],
            "values": {node.id: value},
            "proposals": proposals,
            "calls": 1,
        }

    return call


def human_node(node: Node) -> NodeFunction:
    """Waits for the answer of a person."""

    async def ask(_state: State) -> State:
        answer = interrupt({"node": node.id, "question": node.prompt})
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return {
            "messages": [HumanMessage(text)],
            "values": {node.id: answer},
            "resume_at": None,
        }

    return ask


def set_node(node: Node) -> NodeFunction:
    """Writes values; one of the type `decision` has none to write."""

    async def write(state: State) -> State:
        if not node.values:
            return {}
        return {"values": {node.id: _values(node.values, state)}}

    return write


def gate_node(node: Node) -> NodeFunction:
    """Waits until a person agrees that the node is entered."""

    async def ask(_state: State) -> State:
        answer = interrupt({"node": node.id, "question": f"May {node.id} be entered?"})
        # only a clear yes is one
        return {"declined": None if answer is True else node.id, "resume_at": None}

    return ask


def _assert_may_call(definition: Definition, state: State, more: int) -> None:
    most = definition.limits.toolCalls
    if state.get("calls", 0) + more > most:
        raise LimitError(f"The run would call more than {most} tools")


def _call_id(config: RunnableConfig, place: str | None) -> str:
    return f"{config['configurable']['thread_id']}/{place or uuid4()}"


def _values(sources: dict[str, Source], state: State) -> dict[str, Any]:
    values = state.get("values", {})
    found = {
        name: find_value(values, source.path) if source.path else source.value
        for name, source in sources.items()
    }
    return {name: value for name, value in found.items() if value is not None}


def _structured(text: str) -> Any:
    """An answer that is a JSON object as that, so that conditions can look into it."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict) else text


def _status(used: Used) -> Any:
    return "success" if used.outcome in ("called", "proposed") else "error"


def _as_function(stub: Stub) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": stub.tool.id,
            "description": stub.description,
            "parameters": stub.arguments,
        },
    }
