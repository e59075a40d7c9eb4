"""Reads a definition, and says where it is wrong."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import ValidationError

from agent.definition.check import find_problems
from agent.definition.model import Definition
from agent.definition.yaml12 import YAMLError, read_yaml


class DefinitionError(Exception):
    """Names every place that is wrong."""


def load_definition(path: Path, schema: Path) -> Definition:
    """Reads a definition in YAML, or raises DefinitionError."""
    try:
        content = read_yaml(path.read_text())
    except YAMLError as error:
        raise DefinitionError(f"{path.name} is no YAML: {error}") from None
    return parse_definition(content, json.loads(schema.read_text()))


def parse_definition(content: Any, schema: dict[str, Any]) -> Definition:
    """Checks a definition by the schema, and what it names by what is there."""
    errors = sorted(Draft202012Validator(schema).iter_errors(content), key=lambda e: list(e.path))
    problems = [f"{_place(error.absolute_path)}: {error.message}" for error in errors]
    if not problems:
        try:
            definition = Definition.model_validate(content)
        except ValidationError as error:
            # what the schema leaves open since others than us can run it: service and method
            problems = [f"{_place(found['loc'])}: {found['msg']}" for found in error.errors()]
        else:
            problems = find_problems(definition)
    if problems:
        raise DefinitionError(f"The definition is wrong. {'; '.join(problems)}")
    return definition


def _place(path: Any) -> str:
    return ".".join(map(str, path)) or "definition"
