"""Tells the server what is open in the instance."""

from temporalio import workflow
from temporalio.common import SearchAttributeKey

from bpmn.instance import Instance
from bpmn.marks import INCIDENT_MARK, MANY_MARK, OPEN_ATTRIBUTE, TASK_MARK, message_mark

_OPEN = SearchAttributeKey.for_keyword_list(OPEN_ATTRIBUTE)

# an attribute holds about two kilobytes
_LIMIT = 100


async def show_open(instance: Instance) -> None:
    """Tells of tasks, incidents and messages as they open and close, until it is cancelled.

    That is one event of the history when something opens. What has closed is taken away with
    the next one, at the latest when the instance only waits.
    """
    shown: list[str] = []

    def has_changed() -> bool:
        marks = _marks_of(instance)
        has_opened = any(mark not in shown for mark in marks)
        has_closed = any(mark not in marks for mark in shown)
        return not instance.is_over and (has_opened or (has_closed and instance.working == 0))

    while True:
        # looked at when all tokens have come to rest, so that what follows at once is one change
        await workflow.wait_condition(has_changed)
        shown = _marks_of(instance)
        workflow.upsert_search_attributes([_OPEN.value_set(shown)])


def _marks_of(instance: Instance) -> list[str]:
    # a dict, as a set has no order that a replay repeats
    marks: dict[str, None] = {}
    for task in instance.user_tasks.values():
        marks |= {TASK_MARK: None, f"{TASK_MARK}:{task.state['elementId']}": None}
    for incident in instance.incidents.values():
        marks |= {INCIDENT_MARK: None, f"{INCIDENT_MARK}:{incident.state['elementId']}": None}
    for subscription in instance.inbox.subscriptions:
        marks[message_mark(subscription.message_name, subscription.correlation_key)] = None
    return [*marks] if len(marks) <= _LIMIT else [*[*marks][: _LIMIT - 1], MANY_MARK]
