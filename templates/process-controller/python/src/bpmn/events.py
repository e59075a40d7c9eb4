"""Elements at which nothing is waited for."""

from bpmn.element import Element
from bpmn.instance import Instance


def pass_by(instance: Instance, element: Element) -> None:
    """Goes through an element that does nothing: a start event, or a gateway that merges."""
    instance.enter(element)


def end(instance: Instance, element: Element) -> None:
    """Reaches an end event."""
    instance.enter(element)
    instance.last_end = element.id
