"""The agent that lies in this folder."""

from dataclasses import dataclass

from agent.definition.load import load_definition
from agent.definition.model import Definition
from agent.paths import DEFINITION, PASSED, ROOT, SCHEMA, STUBS
from agent.sandbox.passed import has_passed
from agent.tools.stub import Stub, read_stubs


@dataclass(frozen=True)
class Agent:
    """A definition with the stubs of its tools."""

    definition: Definition
    stubs: tuple[Stub, ...]
    is_proven: bool
    """Whether a sandbox run of exactly this version has passed."""


def load_agent() -> Agent:
    """Reads it, or raises DefinitionError or StubError."""
    definition = load_definition(DEFINITION, SCHEMA)
    return Agent(definition, read_stubs(STUBS, definition), has_passed(PASSED, ROOT))
