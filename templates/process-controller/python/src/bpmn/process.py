"""An instance from its start to its last token."""

import asyncio
from collections.abc import Awaitable, Callable

from temporalio import workflow

from bpmn.details import tell_details
from bpmn.incidents import offer_incidents
from bpmn.instance import Instance
from bpmn.messages import offer_messages
from bpmn.offer_user_tasks import offer_user_tasks
from bpmn.open_marks import show_open
from bpmn.state import ProcessState, Variables


def begin(process_id: str, variables: Variables | None) -> Instance:
    """Makes an instance that can be watched and moved on from outside.

    To be called where the workflow is made: messages may come before it runs.
    """
    instance = Instance(process_id, {**(variables or {})})

    def state() -> ProcessState:
        return _state_of(instance)

    workflow.set_query_handler("state", state)
    offer_user_tasks(instance)
    offer_incidents(instance)
    offer_messages(instance)
    return instance


async def run_to_end(instance: Instance, flow: Callable[[], Awaitable[None]]) -> Variables:
    """Runs the flow to its last token; answers the variables at the end."""
    telling = [
        asyncio.create_task(show_open(instance)),
        asyncio.create_task(tell_details(instance)),
    ]
    try:
        await flow()
        instance.is_over = True
        # whoever has completed the last task is told so before all is over
        await workflow.wait_condition(workflow.all_handlers_finished)
    finally:
        for task in telling:
            task.cancel()
    return instance.variables


def _state_of(instance: Instance) -> ProcessState:
    state: ProcessState = {
        "processId": instance.process_id,
        "variables": instance.variables,
        "tokens": instance.tokens,
        "userTasks": [task.state for task in instance.user_tasks.values()],
        "subscriptions": [
            {
                "elementId": subscription.element_id,
                "messageName": subscription.message_name,
                "correlationKey": subscription.correlation_key,
            }
            for subscription in instance.inbox.subscriptions
        ],
        # there are none that could be waited for
        "signals": [],
        "incidents": [incident.state for incident in instance.incidents.values()],
        "adHoc": [],
        "path": instance.path,
    }
    if instance.is_over and instance.last_end:
        state["ended"] = instance.last_end
    return state
