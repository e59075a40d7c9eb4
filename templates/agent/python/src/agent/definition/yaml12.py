"""YAML as the factory reads and writes it: version 1.2, where `yes` is a text and 010 is ten."""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

__all__ = ["YAMLError", "read_yaml"]


class _Constructor(SafeConstructor):
    """Makes plain values, and no objects."""


def _as_text(_constructor: SafeConstructor, node: ScalarNode) -> str:
    return str(node.value)


# JSON has no dates, and the schema of a definition neither
_Constructor.add_constructor("tag:yaml.org,2002:timestamp", _as_text)


def read_yaml(text: str) -> Any:
    """Reads a document; raises YAMLError, as for a tag that would make an object."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor
    return reader.load(text)
