"""Tasks that are done by a worker."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from temporalio import workflow

from bpmn.activity import perform
from bpmn.element import Element
from bpmn.instance import Instance
from bpmn.state import Variables

Job = Callable[[Any], Awaitable[Mapping[str, Any]]]
"""An activity that is given the variables, and answers those that it changes."""


async def job(instance: Instance, element: Element, do: Job) -> None:
    """Has a job done: one Temporal activity whose id is the element's.

    How long it may take and how often it is tried is no business of the workflow: the
    worker's policies say it, see worker/policies.
    """

    async def work(key: str) -> Variables:
        instance.working += 1
        try:
            result = await workflow.execute_activity(
                do,
                instance.variables,
                activity_id=key,
                summary=element.name or element.id,
                cancellation_type=workflow.ActivityCancellationType.TRY_CANCEL,
            )
        finally:
            instance.working -= 1
        return dict(result or {})

    await perform(instance, element, work)
