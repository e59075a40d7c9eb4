"""What is generated of a tool from the contract of its controller."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

from agent.definition.model import Definition, Tool


class Stub(BaseModel):
    """A tool, with the schema of its arguments."""

    model_config = ConfigDict(frozen=True)

    tool: Tool
    description: str
    arguments: dict[str, Any]
    """JSON Schema of what it is called with."""
    context: str | None = None
    """The field of the request that carries the id of the request; no model fills it in."""


class StubError(Exception):
    """The stubs are not those of the definition."""


_STUBS = TypeAdapter(tuple[Stub, ...])


def write_stubs(path: Path, stubs: list[Stub]) -> None:
    """Writes the stubs, alike whenever they are the same."""
    path.parent.mkdir(exist_ok=True)
    content = [stub.model_dump() for stub in stubs]
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n")


def read_stubs(path: Path, definition: Definition) -> tuple[Stub, ...]:
    """Reads the stubs; raises StubError where they were made from another definition."""
    if not path.exists():
        raise StubError(f"There is no {path.name}: run `make generate`")
    stubs = _STUBS.validate_json(path.read_text())
    if tuple(stub.tool for stub in stubs) != definition.tools:
        raise StubError(f"{path.name} is older than the definition: run `make generate`")
    return stubs
