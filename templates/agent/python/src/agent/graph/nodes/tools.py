"""Nodes that call tools."""

from typing import Any

from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.runnables import RunnableConfig

from agent.definition.model import Definition, Node
from agent.graph.nodes.node import NodeFunction, assert_may_call, call_id_of, values_of
from agent.graph.state import State
from agent.tools.toolbox import Toolbox, Used


def tools_node(definition: Definition, node: Node, toolbox: Toolbox) -> NodeFunction:
    """Does what the model has asked for in the last message."""

    async def call(state: State, config: RunnableConfig) -> State:
        asked = state["messages"][-1]
        calls = asked.tool_calls if isinstance(asked, AIMessage) else []
        assert_may_call(definition, state, len(calls))
        stubs = toolbox.granted(node)
        used = [
            await toolbox.use(stubs, call["name"], call["args"], call_id_of(config, call["id"]))
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
        assert_may_call(definition, state, 1)
        name = node.tool or ""
        arguments = values_of(node.arguments, state)
        place = f"{node.id}/{state.get('calls', 0)}"
        stubs = toolbox.granted(node)
        used = await toolbox.use(stubs, name, arguments, call_id_of(config, place))
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


def _status(used: Used) -> Any:
    return "success" if used.outcome in ("called", "proposed") else "error"
