"""What a node may call, and what becomes of a call."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from jsonschema import Draft202012Validator

from agent.caller import find_caller
from agent.definition.model import Definition, Node
from agent.graph.state import Proposal
from agent.tools.connect import Invoke, ToolError
from agent.tools.stub import Stub

Outcome = Literal["called", "proposed", "refused", "failed"]


@dataclass(frozen=True)
class Used:
    """How a call ended."""

    outcome: Outcome
    answer: Any
    proposal: Proposal | None = None

    @property
    def text(self) -> str:
        """The answer, for the model."""
        return self.answer if isinstance(self.answer, str) else json.dumps(self.answer)


class Toolbox:
    """The tools of the definition.

    A tool is there for a node that the definition grants it to, in a run of a caller
    who has its scopes; any other call is refused, whatever a model asks for.
    """

    def __init__(
        self,
        definition: Definition,
        stubs: tuple[Stub, ...],
        invoke: Invoke,
        *,
        is_proven: bool,
        tell: Callable[[str, Outcome], None],
    ) -> None:
        """`is_proven` says whether a sandbox run of this version has passed; `tell` hears of each call."""
        self._definition = definition
        self._stubs = {stub.tool.id: stub for stub in stubs}
        self._invoke = invoke
        self._is_proven = is_proven
        self._tell = tell

    def granted(self, node: Node) -> list[Stub]:
        """The tools that this caller's run may use in a node."""
        names = self._definition.granted(node)
        return [stub for name, stub in self._stubs.items() if name in names and _may_use(stub)]

    def readable(self) -> list[Stub]:
        """The tools without risk that this caller may use without a model."""
        stubs = self._stubs.values()
        return [stub for stub in stubs if stub.tool.risk == "read" and _may_use(stub)]

    async def use(self, stubs: list[Stub], name: str, arguments: Any, call_id: str) -> Used:
        """Uses one of these tools; the same call id again is the same request."""
        used = await self._use(stubs, name, arguments, call_id)
        self._tell(name if name in self._stubs else "unknown", used.outcome)
        return used

    async def _use(self, stubs: list[Stub], name: str, arguments: Any, call_id: str) -> Used:
        stub = next((stub for stub in stubs if stub.tool.id == name), None)
        if stub is None:
            return Used("refused", f"refused: {name} is not granted")
        wrong = [
            error.message for error in Draft202012Validator(stub.arguments).iter_errors(arguments)
        ]
        if wrong:
            return Used("failed", f"invalid_argument: {'; '.join(wrong)}")
        request_id = str(uuid5(NAMESPACE_URL, call_id))
        if reason := self._why_not(stub):
            proposal = _propose(stub, arguments, request_id, reason)
            return Used("proposed", {"proposed": proposal["id"], "reason": reason}, proposal)
        try:
            async with asyncio.timeout(self._definition.limits.toolSeconds):
                return Used("called", await self._invoke(stub, arguments, request_id))
        except TimeoutError:
            return Used("failed", "deadline_exceeded: it took too long")
        except ToolError as error:
            return Used("failed", str(error))

    def _why_not(self, stub: Stub) -> str | None:
        if stub.tool.risk == "propose":
            return "somebody else decides on calls of this tool"
        if stub.tool.risk == "write" and not self._is_proven:
            return "no sandbox run of this version has passed"
        return None


def _may_use(stub: Stub) -> bool:
    caller = find_caller()
    return caller is not None and caller.scopes.issuperset(stub.tool.scopes)


def _propose(stub: Stub, arguments: dict[str, Any], request_id: str, reason: str) -> Proposal:
    tool = stub.tool
    return {
        "id": request_id,
        "tool": tool.id,
        "target": tool.target,
        "service": tool.service,
        "method": tool.method,
        "arguments": arguments,
        "reason": reason,
    }
