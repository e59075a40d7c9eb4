"""Elements of the drawing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Element:
    """An element as the drawing has it; its id is what histories, states and tests call it."""

    id: str
    type: str
    """As BPMN calls it: `userTask`, `exclusiveGateway`."""
    name: str = ""
