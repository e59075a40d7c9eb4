"""Updates of user tasks: claim, hand over, save and complete."""

import json
from collections.abc import Mapping
from typing import Any

from temporalio import workflow

from bpmn.instance import Instance, OpenTask
from bpmn.refusals import must_be_open, refusal
from bpmn.state import UserTaskAssignment, UserTaskCompletion, Variables

_JSON_NAMES: Mapping[type, str] = {bool: "boolean", float: "number", int: "number", str: "string"}


def offer_user_tasks(instance: Instance) -> None:
    """Lets people have, save and complete tasks; what can't be is refused by the validators."""
    tasks = instance.user_tasks

    def open_task(key: str) -> OpenTask:
        must_be_open(tasks, "user task", key)
        return tasks[key]

    def assign(assignment: UserTaskAssignment) -> None:
        # it may have been interrupted since the validator has looked
        if task := tasks.get(assignment["key"]):
            task.state["assignee"] = assignment.get("assignee") or ""

    def unclaim(assignment: UserTaskAssignment) -> None:
        if task := tasks.get(assignment["key"]):
            task.state.pop("assignee", None)

    def save(completion: UserTaskCompletion) -> None:
        if task := tasks.get(completion["key"]):
            task.state["draft"] = _answer_of(task, completion)

    def complete(completion: UserTaskCompletion) -> None:
        key = completion["key"]
        # taken off the list at once, so that a second answer is refused
        task = tasks.pop(key, None)
        if task is None or task.answer.done():
            raise refusal(f"The user task {json.dumps(key)} was interrupted before")
        task.answer.set_result(_answer_of(task, completion))
        by = completion.get("by")
        workflow.logger.info("User task completed", extra={"key": key, "by": by})

    def may_claim(assignment: UserTaskAssignment) -> None:
        key, assignee = assignment["key"], assignment.get("assignee")
        has_it = open_task(key).state.get("assignee")
        if not assignee:
            raise refusal("Say who claims the task", "Invalid")
        if has_it and has_it != assignee:
            raise refusal(
                f"The task {key} is assigned to {has_it}; it has to be unclaimed or assigned",
                "Assigned",
            )

    def may_unclaim(assignment: UserTaskAssignment) -> None:
        open_task(assignment["key"])

    def may_assign(assignment: UserTaskAssignment) -> None:
        open_task(assignment["key"])
        if not assignment.get("assignee"):
            raise refusal("Say to whom the task is assigned", "Invalid")

    def may_answer(completion: UserTaskCompletion) -> None:
        _must_fit(open_task(completion["key"]), completion.get("variables") or {})

    offer = workflow.set_update_handler
    offer("claimUserTask", assign, validator=may_claim)
    offer("unclaimUserTask", unclaim, validator=may_unclaim)
    offer("assignUserTask", assign, validator=may_assign)
    offer("saveUserTask", save, validator=may_answer)
    offer("completeUserTask", complete, validator=may_answer)


def _answer_of(task: OpenTask, completion: UserTaskCompletion) -> Variables:
    return {**task.state.get("draft", {}), **(completion.get("variables") or {})}


def _must_fit(task: OpenTask, variables: Variables) -> None:
    for name, wanted in task.answers.items():
        answer = variables.get(name)
        if answer is None or _is_of(answer, wanted):
            continue
        raise refusal(
            f"{name} of the task {task.state['key']} has to be a {_JSON_NAMES[wanted]},"
            f" not {json.dumps(answer)}",
            "Invalid",
        )


def _is_of(answer: Any, wanted: type) -> bool:
    # in JSON all numbers are alike, and true is none of them
    if wanted in (int, float):
        return isinstance(answer, int | float) and not isinstance(answer, bool)
    return isinstance(answer, wanted)
