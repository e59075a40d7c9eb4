"""Builds LangGraph's graph from a definition."""

from collections.abc import Callable
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage
from langgraph.graph import END, START, StateGraph

from agent.definition.check import END as DEFINED_END
from agent.definition.model import Definition, Node
from agent.graph.conditions import choose
from agent.graph.nodes.model import model_node
from agent.graph.nodes.node import NodeFunction
from agent.graph.nodes.people import gate_node, human_node
from agent.graph.nodes.tools import tool_node, tools_node
from agent.graph.nodes.write import set_node
from agent.graph.state import State
from agent.tools.toolbox import Toolbox

# no node of a definition has a slash in its id
_TOOLS = "/tools"
_GATE = "/gate"

Builder = StateGraph[State, None, State, State]


def build_graph(definition: Definition, model: BaseChatModel, toolbox: Toolbox) -> Builder:
    """Makes the graph, which is not compiled yet."""
    graph: Builder = StateGraph(State)
    asks = [*definition.interrupts, *(node.id for node in definition.nodes if node.type == "human")]

    def start(state: State) -> str:
        # a run that goes on begins where it was interrupted
        return _entrance(definition, state.get("resume_at") or definition.entry)

    places = {_entrance(definition, name) for name in (definition.entry, *asks)}
    graph.add_conditional_edges(START, start, sorted(places))
    for node in definition.nodes:
        _add(graph, node.id, _function_of(definition, node, model, toolbox))
        graph.add_conditional_edges(node.id, _leave(definition, node), _ways(definition, node))
        if node.type == "model":
            _add(graph, node.id + _TOOLS, tools_node(definition, node, toolbox))
            graph.add_edge(node.id + _TOOLS, node.id)
        if node.id in definition.interrupts:
            _add(graph, node.id + _GATE, gate_node(node))
            graph.add_conditional_edges(node.id + _GATE, _pass(node), [node.id, END])
    return graph


def _function_of(
    definition: Definition, node: Node, model: BaseChatModel, toolbox: Toolbox
) -> NodeFunction:
    match node.type:
        case "model":
            return model_node(definition, node, model, toolbox)
        case "tool":
            return tool_node(definition, node, toolbox)
        case "human":
            return human_node(node)
        case "set" | "decision":
            return set_node(node)


def _add(graph: Builder, name: str, function: NodeFunction) -> None:
    # its overloads know functions of one form each
    add: Any = graph.add_node
    add(name, function)


def _entrance(definition: Definition, node_id: str) -> str:
    if node_id == DEFINED_END:
        return END
    return node_id + _GATE if node_id in definition.interrupts else node_id


def _leave(definition: Definition, node: Node) -> Callable[[State], str]:
    edges = [edge for edge in definition.edges if edge.source == node.id]

    def leave(state: State) -> str:
        last = state["messages"][-1] if state.get("messages") else None
        if node.type == "model" and isinstance(last, AIMessage) and last.tool_calls:
            return node.id + _TOOLS
        if not edges:
            return END
        return _entrance(definition, choose(node.id, edges, state.get("values", {})))

    return leave


def _ways(definition: Definition, node: Node) -> list[str]:
    ways = {_entrance(definition, edge.to) for edge in definition.edges if edge.source == node.id}
    return sorted((ways or {END}) | ({node.id + _TOOLS} if node.type == "model" else set()))


def _pass(node: Node) -> Callable[[State], str]:
    return lambda state: END if state.get("declined") == node.id else node.id
