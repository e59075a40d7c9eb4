"""Nodes that wait for a person."""

import json

from langchain_core.messages import HumanMessage
from langgraph.types import interrupt

from agent.definition.model import Node
from agent.graph.nodes.node import NodeFunction
from agent.graph.state import State


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


def gate_node(node: Node) -> NodeFunction:
    """Waits until a person agrees that the node is entered."""

    async def ask(_state: State) -> State:
        answer = interrupt({"node": node.id, "question": f"May {node.id} be entered?"})
        # only a clear yes is one
        return {"declined": None if answer is True else node.id, "resume_at": None}

    return ask
