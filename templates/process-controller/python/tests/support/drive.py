"""Takes an instance to its end by the API alone."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from connectrpc.code import Code
from protobuf.wkt import Duration, Struct

from gen.ameide.process.v1.instance_pb import Incident, InstanceState, Subscription
from gen.ameide.process.v1.process_service_connect import ProcessServiceClient
from gen.ameide.process.v1.process_service_pb import (
    ClaimUserTaskRequest,
    CompleteUserTaskRequest,
    GetInstanceRequest,
    GetInstanceResponse,
    ListIncidentsRequest,
    ListUserTasksRequest,
    PublishMessageRequest,
    Resolution,
    ResolveIncidentRequest,
    UnclaimUserTaskRequest,
)
from gen.ameide.process.v1.user_task_pb import UserTask
from tests.support.fails import fails_with
from tests.support.until import new_context, until

# so many turns without anything new, and it waits for what nobody can give
_QUIET = 20

Answers = dict[str, dict[str, Any]]
"""What user tasks and messages are answered with, by element."""


@dataclass(frozen=True)
class Cast:
    """Who takes part: somebody, a colleague, and somebody of another tenant."""

    own: ProcessServiceClient
    colleague: ProcessServiceClient
    stranger: ProcessServiceClient


@dataclass
class Done:
    """What was done on the way."""

    end: GetInstanceResponse = field(default_factory=GetInstanceResponse)
    incidents: int = 0


async def drive(cast: Cast, name: str, answers: Answers) -> Done:
    """Does what can be done until the instance has ended, or waits for time or for others."""
    done, quiet = Done(), 0
    while True:
        now = await cast.own.get_instance(GetInstanceRequest(name=name))
        done.end = now
        is_over = now.instance and now.instance.state is not InstanceState.RUNNING
        if is_over or quiet == _QUIET:
            return done
        quiet += 1
        if now.incidents:
            await _resolve(cast, now.incidents[0])
            done.incidents += 1
        elif now.user_tasks:
            task = now.user_tasks[0]
            await _complete(cast, task, answers.get(task.element_id, {}))
        elif now.subscriptions:
            subscription = now.subscriptions[0]
            await _publish(cast, name, subscription, answers.get(subscription.element_id, {}))
        else:
            await asyncio.sleep(0.1)
            continue
        quiet = 0


async def _complete(cast: Cast, task: UserTask, variables: dict[str, Any]) -> None:
    """It is listed; a colleague cannot take what is claimed; the same answer again changes nothing."""
    instance, key = task.instance, task.key

    async def listed() -> UserTask | None:
        answer = await cast.own.list_user_tasks(ListUserTasksRequest())
        found = [one for one in answer.user_tasks if (one.instance, one.key) == (instance, key)]
        return found[0] if found else None

    def claim() -> ClaimUserTaskRequest:
        return ClaimUserTaskRequest(context=new_context(), instance=instance, key=key)

    def unclaim() -> UnclaimUserTaskRequest:
        return UnclaimUserTaskRequest(context=new_context(), instance=instance, key=key)

    def complete() -> CompleteUserTaskRequest:
        return CompleteUserTaskRequest(
            context=new_context(),
            instance=instance,
            key=key,
            variables=Struct.from_python(variables),
        )

    assert (await until(f"The task {key} in the list", listed)).element_id == task.element_id
    assert not (await cast.stranger.list_user_tasks(ListUserTasksRequest())).user_tasks
    with fails_with(Code.NOT_FOUND):
        await cast.stranger.claim_user_task(claim())
    await cast.own.claim_user_task(claim())
    claimed = await cast.own.get_instance(GetInstanceRequest(name=instance))
    assert [one.assignee for one in claimed.user_tasks if one.key == key] == ["somebody"]
    with fails_with(Code.FAILED_PRECONDITION):
        await cast.colleague.claim_user_task(claim())
    with fails_with(Code.FAILED_PRECONDITION):
        await cast.colleague.unclaim_user_task(unclaim())
    with fails_with(Code.FAILED_PRECONDITION):
        await cast.colleague.complete_user_task(complete())
    await cast.own.unclaim_user_task(unclaim())
    await cast.own.claim_user_task(claim())
    answer = complete()
    await cast.own.complete_user_task(answer)
    await cast.own.complete_user_task(answer)


async def _resolve(cast: Cast, incident: Incident) -> None:
    """It is listed, and tried again."""
    instance, key = incident.instance, incident.key

    async def listed() -> bool | None:
        answer = await cast.own.list_incidents(ListIncidentsRequest())
        found = [(one.instance, one.key) for one in answer.incidents]
        return True if (instance, key) in found else None

    def retry() -> ResolveIncidentRequest:
        return ResolveIncidentRequest(
            context=new_context(), instance=instance, key=key, resolution=Resolution.RETRY
        )

    await until(f"The incident {key} in the list", listed)
    with fails_with(Code.NOT_FOUND):
        await cast.stranger.resolve_incident(retry())
    await cast.own.resolve_incident(retry())


async def _publish(
    cast: Cast, name: str, subscription: Subscription, variables: dict[str, Any]
) -> None:
    """It gets to an instance of the tenant, and to none of another one."""

    def message(patience: Duration | None = None) -> PublishMessageRequest:
        return PublishMessageRequest(
            context=new_context(),
            message_name=subscription.message_name,
            correlation_key=subscription.correlation_key,
            variables=Struct.from_python(variables),
            patience=patience,
        )

    with fails_with(Code.FAILED_PRECONDITION):
        await cast.stranger.publish_message(message(Duration(nanos=200_000_000)))
    assert name in (await cast.own.publish_message(message())).instances
