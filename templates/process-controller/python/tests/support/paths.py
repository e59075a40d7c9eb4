"""The paths of the drawing, and what is answered on them.

Both are in test/, which all languages have alike: `make generate` writes the one from the
drawing, and the other one is yours.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_TEST = Path(__file__).parents[2] / "test"


@dataclass(frozen=True)
class DrawnPath:
    """A way through the drawing."""

    name: str
    elements: list[str]
    """All that is entered, in any order."""
    precedes: list[tuple[str, str]]
    """What is entered before what."""


@dataclass(frozen=True)
class Case:
    """What people, jobs, messages and time do on a path."""

    variables: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Drawing:
    """What the tests hold the worker against."""

    process_id: str
    paths: list[DrawnPath]


def read_drawing() -> Drawing:
    """What was made from the drawing."""
    file = json.loads((_TEST / "paths.gen.json").read_text())
    return Drawing(file["processId"], [DrawnPath(**path) for path in file["paths"]])


def read_cases() -> dict[str, Case]:
    """The cases by the name of their path."""
    file = yaml.safe_load((_TEST / "cases.yaml").read_text())
    return {name: Case(**case) for name, case in (file or {}).items()}


def differences(path: DrawnPath, entered: list[str]) -> list[str]:
    """How what was entered differs from the path; nothing where it does not."""
    wanted, got = Counter(path.elements), Counter(entered)
    problems = [f"{element} was not entered" for element in (wanted - got).elements()]
    problems += [f"{element} is not on the path" for element in (got - wanted).elements()]
    return problems or [
        f"{after} was entered before {before}"
        for before, after in path.precedes
        # a flow that leads back says nothing of the first entries
        if path.elements.index(before) < path.elements.index(after)
        if entered.index(before) > entered.index(after)
    ]


def element_of(key: str) -> str:
    """From the second entry on, a key is the element's id with the number of the entry."""
    return key.partition(":")[0]
