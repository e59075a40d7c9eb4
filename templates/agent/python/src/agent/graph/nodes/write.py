"""Nodes that write values."""

from agent.definition.model import Node
from agent.graph.nodes.node import NodeFunction, values_of
from agent.graph.state import State


def set_node(node: Node) -> NodeFunction:
    """Writes values; one of the type `decision` has none to write."""

    async def write(state: State) -> State:
        if not node.values:
            return {}
        return {"values": {node.id: values_of(node.values, state)}}

    return write
