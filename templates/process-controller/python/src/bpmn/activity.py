"""What all activities of the drawing have alike: path, token, incidents, and a result."""

from collections.abc import Awaitable, Callable

from bpmn.element import Element
from bpmn.incidents import Skipped, attempt
from bpmn.instance import Instance
from bpmn.state import Variables


async def perform(
    instance: Instance, element: Element, work: Callable[[str], Awaitable[Variables]]
) -> None:
    """Does the work of an element, which is told its key; the result goes into the variables."""
    key = instance.enter(element)
    with instance.token_at(element):
        try:
            result = await attempt(instance, element, key, lambda: work(key))
        except Skipped as skipped:
            result = skipped.variables
        instance.variables.update(result)
