"""Work of people: open until the Update `completeUserTask` names its key."""

import asyncio
from collections.abc import Mapping, Sequence

from bpmn.activity import perform
from bpmn.element import Element
from bpmn.instance import Instance, OpenTask, now
from bpmn.state import UserTaskState, Variables


async def user_task(
    instance: Instance,
    element: Element,
    *,
    assignee: str | None = None,
    candidate_groups: Sequence[str] | None = None,
    candidate_users: Sequence[str] | None = None,
    due_date: str | None = None,
    priority: int | None = None,
    form_id: str | None = None,
    answers: Mapping[str, type] | None = None,
) -> None:
    """Waits for a person.

    An answer whose variables are not of the types in `answers` is refused; what is left out is
    not looked at.
    """

    async def work(key: str) -> Variables:
        state: UserTaskState = {
            "key": key,
            "elementId": element.id,
            "name": element.name,
            "openedAt": now(),
        }
        if assignee is not None:
            state["assignee"] = assignee
        if candidate_groups is not None:
            state["candidateGroups"] = [*candidate_groups]
        if candidate_users is not None:
            state["candidateUsers"] = [*candidate_users]
        if due_date is not None:
            state["dueDate"] = due_date
        if priority is not None:
            state["priority"] = priority
        if form_id is not None:
            state["formId"] = form_id
        task = OpenTask(state, answers or {}, asyncio.get_running_loop().create_future())
        instance.user_tasks[key] = task
        try:
            return await task.answer
        finally:
            instance.user_tasks.pop(key, None)

    await perform(instance, element, work)
