"""The graph for LangGraph's own tools, which `langgraph.json` names."""

import os
from typing import Any

from agent.agent import load_agent
from agent.graph.build import build_graph
from agent.model import create_model
from agent.tools.stub import Stub
from agent.tools.toolbox import Toolbox


def make_graph() -> Any:
    """Compiles the graph. Nobody signs in there, so that every tool is refused."""
    agent = load_agent()
    toolbox = Toolbox(
        agent.definition,
        agent.stubs,
        _call_nothing,
        is_proven=False,
        tell=lambda _tool, _outcome: None,
    )
    model = create_model(agent.definition.model, os.environ.get("MODEL", ""))
    return build_graph(agent.definition, model, toolbox).compile()


async def _call_nothing(stub: Stub, _arguments: dict[str, Any], _request_id: str) -> Any:
    raise RuntimeError(f"{stub.tool.id} was called for nobody")
