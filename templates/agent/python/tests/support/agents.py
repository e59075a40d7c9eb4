"""An agent of the tests, whatever the one in this folder is."""

import copy
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from google.protobuf.descriptor_pb2 import FileDescriptorSet

from agent.caller import Caller, set_caller
from agent.definition.load import parse_definition
from agent.definition.model import Definition
from agent.paths import SCHEMA
from agent.runs.runner import Run, create_run
from agent.sandbox.scenario import Call, Turn
from agent.sandbox.scripted_model import scripted
from agent.tools.connect import Invoke
from agent.tools.generate import compile_contracts, make_stubs
from agent.tools.stub import Stub
from agent.tools.toolbox import Outcome, Toolbox

SERVICE = "test.orders.v1.OrderService"
TARGET = "component:demo/orders"

CONTENT: dict[str, Any] = {
    "name": "Clerk",
    "model": {"provider": "anthropic", "name": "claude"},
    "instructions": "Help with orders.",
    "tools": [
        {
            "id": "list_orders",
            "target": TARGET,
            "service": SERVICE,
            "method": "ListOrders",
            "risk": "read",
            "scopes": ["orders.read"],
        },
        {
            "id": "cancel_order",
            "target": TARGET,
            "service": SERVICE,
            "method": "CancelOrder",
            "risk": "write",
            "scopes": ["orders.write"],
        },
    ],
    "nodes": [{"id": "think", "type": "model"}],
    "entry": "think",
}


def content(**changes: Any) -> dict[str, Any]:
    """The definition as it is written, with these changes."""
    return {**copy.deepcopy(CONTENT), **changes}


def define(**changes: Any) -> Definition:
    """The definition of the tests, with these changes."""
    return parse_definition(content(**changes), json.loads(SCHEMA.read_text()))


@cache
def contracts() -> FileDescriptorSet:
    """The contract of the tests' controller, compiled once."""
    return compile_contracts(Path(__file__).parents[1] / "contracts")


def stubs_of(definition: Definition) -> tuple[Stub, ...]:
    """The stubs of its tools."""
    return tuple(make_stubs(definition, contracts()))


def sign_in(*scopes: str) -> None:
    """Somebody calls, with these scopes."""
    set_caller(Caller("ada", "acme", None, frozenset(scopes), "token-of-ada"))


def says(text: str) -> Turn:
    """A turn in which the model says something."""
    return Turn(says=text)


def calls(*names: str, **arguments: Any) -> Turn:
    """A turn in which the model asks for tools."""
    return Turn(calls=tuple(Call(tool=name, arguments=arguments) for name in names))


class Controllers:
    """What would be called, and what it answers."""

    def __init__(self, answers: dict[str, Any] | None = None) -> None:
        self.answers = answers or {}
        self.called: list[tuple[str, dict[str, Any]]] = []
        self.request_ids: list[str] = []
        self.outcomes: list[tuple[str, Outcome]] = []

    async def invoke(self, stub: Stub, arguments: dict[str, Any], request_id: str) -> Any:
        """Remembers the call, and answers."""
        self.called.append((stub.tool.id, arguments))
        self.request_ids.append(request_id)
        answer = self.answers.get(stub.tool.id, {})
        if isinstance(answer, Exception):
            raise answer
        return answer

    def tell(self, tool: str, outcome: Outcome) -> None:
        """Hears of each call."""
        self.outcomes.append((tool, outcome))

    def toolbox(
        self, definition: Definition, *, is_proven: bool = True, invoke: Invoke | None = None
    ) -> Toolbox:
        """The tools of a definition, which call these controllers."""
        return Toolbox(
            definition,
            stubs_of(definition),
            invoke or self.invoke,
            is_proven=is_proven,
            tell=self.tell,
        )

    def run(self, definition: Definition, turns: Sequence[Turn], *, is_proven: bool = True) -> Run:
        """What runs a definition with a scripted model."""
        toolbox = self.toolbox(definition, is_proven=is_proven)
        return create_run(definition, scripted(turns), toolbox)
