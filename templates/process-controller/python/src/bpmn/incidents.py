"""Steps that fail for technical reasons: the token waits for an operator, other tokens go on."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast, get_args

from temporalio import workflow
from temporalio.exceptions import ApplicationError, FailureError, is_cancelled_exception

from bpmn.element import Element
from bpmn.instance import Instance, OpenIncident, Resolution, now
from bpmn.refusals import must_be_open, refusal
from bpmn.state import Action, IncidentResolution, Variables

T = TypeVar("T")

_ACTIONS = get_args(Action)
_NOT_SKIPPABLE = re.compile(r".*Gateway|boundaryEvent|startEvent")


class Skipped(Exception):
    """An operator had a step skipped: the element ends as if these variables were its result."""

    def __init__(self, variables: Variables) -> None:
        super().__init__("Skipped")
        self.variables = variables


async def attempt(
    instance: Instance, element: Element, key: str, step: Callable[[], Awaitable[T]]
) -> T:
    """Does a step of an element.

    Where it fails, the token waits until the Update `resolveIncident` has it tried again,
    skips the element or fails the instance.
    """
    while True:
        try:
            return await step()
        except Exception as error:
            if is_cancelled_exception(error):
                raise
            message = _message_of(error)
        resolution = await _wait_for_operator(instance, element, key, message)
        if resolution.action == "skip":
            raise Skipped(resolution.variables)
        if resolution.action == "fail":
            raise ApplicationError(
                f"Incident of {element.id}: {message}", type="IncidentFailed", non_retryable=True
            )
        instance.variables.update(resolution.variables)


async def _wait_for_operator(
    instance: Instance, element: Element, key: str, message: str
) -> Resolution:
    key = instance.key_of(key, "#")
    answer: asyncio.Future[Resolution] = asyncio.get_running_loop().create_future()
    instance.incidents[key] = OpenIncident(
        state={
            "key": key,
            "elementId": element.id,
            "message": message,
            "skippable": not _NOT_SKIPPABLE.fullmatch(element.type),
            "since": now(),
        },
        answer=answer,
    )
    try:
        return await answer
    finally:
        instance.incidents.pop(key, None)


def offer_incidents(instance: Instance) -> None:
    """Lets operators have what failed tried again, skipped or given up."""
    incidents = instance.incidents

    def resolve(resolution: IncidentResolution) -> None:
        # taken off the list at once, so that a second answer is refused
        incident = incidents.pop(resolution["key"], None)
        if incident is None or incident.answer.done():
            raise refusal(f"The incident {resolution['key']} was interrupted before")
        action = cast(Action, resolution.get("action") or "retry")
        incident.answer.set_result(Resolution(action, resolution.get("variables") or {}))

    def may_resolve(resolution: IncidentResolution) -> None:
        key, action = resolution["key"], resolution.get("action") or "retry"
        must_be_open(incidents, "incident", key)
        if action not in _ACTIONS:
            raise refusal(f"{action} is none of retry, skip and fail", "Invalid")
        if action == "skip" and not incidents[key].state["skippable"]:
            raise refusal(
                f"{key} can not be skipped: correct the variables and retry, or let it fail",
                "Invalid",
            )

    workflow.set_update_handler("resolveIncident", resolve, validator=may_resolve)


def _message_of(error: BaseException) -> str:
    """What the innermost of Temporal's failures says: those around it say that there was one."""
    if isinstance(error, FailureError) and error.cause:
        return _message_of(error.cause)
    if isinstance(error, ApplicationError) and error.non_retryable and error.type:
        return f"{error.type}: {error.message} (nothing catches it)"
    if isinstance(error, FailureError):
        return error.message
    # a KeyError is as good as silent
    return f"{type(error).__name__}: {error}"
