"""What is tried in the sandbox."""

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.definition.yaml12 import read_yaml


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Call(_Part):
    """A tool that the scripted model asks for."""

    tool: str
    arguments: dict[str, Any] = {}


class Turn(_Part):
    """What the scripted model says: a text, or calls of tools."""

    says: str = ""
    calls: tuple[Call, ...] = ()


class Expected(_Part):
    """How the run has to go."""

    status: Literal["completed", "interrupted", "declined"] = "completed"
    trajectory: tuple[str, ...]
    """The tools that were really called, in order."""
    proposals: tuple[str, ...] = ()
    """The tools whose calls were proposed, in order."""


class Scenario(_Part):
    """One run: what is said, what the model answers, what the tools answer, and what is expected."""

    name: str
    input: str
    values: dict[str, Any] = {}
    turns: tuple[Turn, ...] = Field(min_length=1)
    tools: dict[str, Any] = {}
    """What each tool answers; an empty object where it is left out."""
    answers: tuple[str | bool | int | float | list[Any] | dict[str, Any], ...] = ()
    """What a person answers each time that the run waits for one."""
    expect: Expected


def read_scenarios(folder: Path) -> list[Scenario]:
    """All scenarios of a folder."""
    files = sorted(folder.glob("*.yaml"))
    return [Scenario.model_validate(read_yaml(file.read_text())) for file in files]
