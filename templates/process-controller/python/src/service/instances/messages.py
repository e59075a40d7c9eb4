"""Messages of the contract, made of what Temporal and the instances say."""

from datetime import datetime

from protobuf.wkt import Timestamp
from temporalio.client import WorkflowExecution, WorkflowExecutionStatus

from bpmn.state import IncidentState, SubscriptionState, TokenState, UserTaskState
from gen.ameide.process.v1.instance_pb import (
    Incident,
    Instance,
    InstanceState,
    Subscription,
    Token,
)
from gen.ameide.process.v1.user_task_pb import UserTask
from process.served import PROCESSES
from service.instances.names import name_of
from service.instances.variables import to_struct

_USUAL_PRIORITY = 50

_STATES = {
    WorkflowExecutionStatus.RUNNING: InstanceState.RUNNING,
    WorkflowExecutionStatus.COMPLETED: InstanceState.COMPLETED,
    WorkflowExecutionStatus.FAILED: InstanceState.FAILED,
    WorkflowExecutionStatus.CANCELED: InstanceState.CANCELLED,
    WorkflowExecutionStatus.TERMINATED: InstanceState.TERMINATED,
    # a new run goes on under the same id
    WorkflowExecutionStatus.CONTINUED_AS_NEW: InstanceState.RUNNING,
    WorkflowExecutionStatus.TIMED_OUT: InstanceState.TERMINATED,
}

_PROCESS_IDS = {process.workflow_type: process.process_id for process in PROCESSES}


def to_instance(known: WorkflowExecution) -> Instance:
    """What is known of an instance without asking it."""
    return Instance(
        name=name_of(known.id),
        process_id=_PROCESS_IDS.get(known.workflow_type, known.workflow_type),
        state=_STATES[known.status] if known.status else InstanceState.UNSPECIFIED,
        start_time=Timestamp.from_datetime(known.start_time),
        end_time=Timestamp.from_datetime(known.close_time) if known.close_time else None,
    )


def to_token(token: TokenState) -> Token:
    """A place where the instance is."""
    return Token(
        element_id=token["elementId"],
        element_name=token.get("name", ""),
        since=_time(token["since"]),
    )


def to_subscription(subscription: SubscriptionState) -> Subscription:
    """A message that the instance waits for."""
    return Subscription(
        element_id=subscription["elementId"],
        message_name=subscription["messageName"],
        correlation_key=subscription["correlationKey"],
    )


def to_user_task(task: UserTaskState, instance: str) -> UserTask:
    """Work that waits for a person."""
    return UserTask(
        instance=instance,
        key=task["key"],
        element_id=task["elementId"],
        title=task["name"],
        assignee=task.get("assignee", ""),
        candidate_groups=task.get("candidateGroups", []),
        candidate_users=task.get("candidateUsers", []),
        due_date=task.get("dueDate", ""),
        priority=task.get("priority", _USUAL_PRIORITY),
        form_id=task.get("formId", ""),
        draft=to_struct(task["draft"]) if "draft" in task else None,
        create_time=_time(task["openedAt"]),
    )


def to_incident(incident: IncidentState, instance: str) -> Incident:
    """An element that failed."""
    return Incident(
        instance=instance,
        key=incident["key"],
        element_id=incident["elementId"],
        message=incident["message"],
        skippable=incident["skippable"],
        create_time=_time(incident["since"]),
    )


def _time(iso: str) -> Timestamp:
    return Timestamp.from_datetime(datetime.fromisoformat(iso))
