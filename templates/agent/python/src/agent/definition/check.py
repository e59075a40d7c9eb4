"""Names in a definition, and what this runtime cannot do."""

import re
from collections import Counter
from collections.abc import Iterator

from agent.definition.model import Definition

END = "END"

# what providers of models take for the name of a tool
_TOOL = re.compile(r"[A-Za-z0-9_-]{1,64}")
# names of the graph's own
_NODE = re.compile(r"(?!__)[^:|/]{1,100}")


def find_problems(definition: Definition) -> list[str]:
    """One sentence for each problem."""
    return list(_problems(definition))


def _problems(definition: Definition) -> Iterator[str]:
    nodes = {node.id: node for node in definition.nodes}
    tools = {tool.id for tool in definition.tools}
    ids = [node.id for node in definition.nodes]
    ids += [tool.id for tool in definition.tools]
    ids += [edge.id for edge in definition.edges]
    for part_id, count in Counter(ids).items():
        if count > 1:
            yield f"{part_id}: the id is there {count} times"
    for tool_id in tools:
        if not _TOOL.fullmatch(tool_id):
            yield f"tool {tool_id}: a tool is called by letters, digits, _ and -"
    if definition.entry not in nodes:
        yield f"entry: there is no node {definition.entry}"
    for node in definition.nodes:
        if not _NODE.fullmatch(node.id) or node.id == END:
            yield f"node {node.id}: no node can be called so"
        if node.type == "tool" and node.tool is None:
            yield f"node {node.id}: it does not say which tool it calls"
        named = [node.tool] if node.tool else []
        for name in [*named, *(node.tools or ())]:
            if name not in tools:
                yield f"node {node.id}: there is no tool {name}"
    for edge in definition.edges:
        if edge.source not in nodes:
            yield f"edge {edge.id}: there is no node {edge.source}"
        if edge.to not in nodes and edge.to != END:
            yield f"edge {edge.id}: there is no node {edge.to}"
        if edge.when is not None:
            yield f'edge {edge.id}: FEEL is not read here; say it by "conditions"'
    for name in definition.interrupts:
        if name not in nodes:
            yield f"interrupts: there is no node {name}"
        elif nodes[name].type == "human":
            yield f"interrupts: {name} asks a person already"
