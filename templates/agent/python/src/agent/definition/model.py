"""A definition, to read it by; what it may say is in `agent.schema.json`."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Risk = Literal["read", "propose", "write"]
"""What a call can do: nothing, nothing before somebody else decides, or change something."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Model(_Part):
    """The language model."""

    provider: str
    name: str
    temperature: float | None = None


class Tool(_Part):
    """Something that the agent may call: a method of a controller."""

    id: str
    target: str
    service: str
    method: str
    # what nobody has said to be harmless is not
    risk: Risk = "propose"
    scopes: tuple[str, ...] = ()
    description: str = ""


class Source(_Part):
    """A value that is written down, or one of the state."""

    value: Any = None
    path: str | None = None


class Node(_Part):
    """A step of the graph."""

    id: str
    type: Literal["model", "tool", "decision", "human", "set"]
    tool: str | None = None
    tools: tuple[str, ...] | None = None
    prompt: str = ""
    arguments: dict[str, Source] = {}
    values: dict[str, Source] = {}


class Condition(_Part):
    """One comparison with a value of the state."""

    path: str
    operator: str
    value: Any = None


class Edge(_Part):
    """A way from a node to another one, or to END."""

    id: str
    # `from` is a word of the language
    source: str
    to: str
    when: str | None = None
    conditions: tuple[Condition, ...] = ()

    model_config = ConfigDict(alias_generator=lambda name: {"source": "from"}.get(name, name))


class Limits(_Part):
    """After which a run is ended."""

    steps: int = 25
    toolCalls: int = 20
    runSeconds: float = 120
    modelSeconds: float = 60
    toolSeconds: float = 15


class Definition(_Part):
    """An agent as a graph."""

    name: str
    description: str = ""
    model: Model
    instructions: str
    tools: tuple[Tool, ...] = ()
    nodes: tuple[Node, ...]
    entry: str
    edges: tuple[Edge, ...] = ()
    limits: Limits = Limits()
    interrupts: tuple[str, ...] = ()

    def tool(self, tool_id: str) -> Tool:
        """The tool with this id."""
        return next(tool for tool in self.tools if tool.id == tool_id)

    def granted(self, node: Node) -> frozenset[str]:
        """Ids of the tools that a node may call."""
        if node.type == "tool":
            return frozenset([node.tool or ""])
        if node.tools is not None:
            return frozenset(node.tools)
        return frozenset(tool.id for tool in self.tools)
