"""What the query `state` tells, and what Updates and signals bring; keys are as in their JSON."""

from typing import Any, Literal, NotRequired, TypedDict

Variables = dict[str, Any]
"""The variables of an instance: whatever JSON can say."""


class TokenState(TypedDict):
    """A place where the instance is."""

    elementId: str
    name: NotRequired[str]
    type: str
    since: str


class UserTaskState(TypedDict):
    """Work that waits for a person."""

    key: str
    elementId: str
    name: str
    assignee: NotRequired[str]
    candidateGroups: NotRequired[list[str]]
    candidateUsers: NotRequired[list[str]]
    dueDate: NotRequired[str]
    priority: NotRequired[int]
    formId: NotRequired[str]
    draft: NotRequired[Variables]
    openedAt: str


class SubscriptionState(TypedDict):
    """A message that is waited for."""

    elementId: str
    messageName: str
    correlationKey: str


class IncidentState(TypedDict):
    """An element that failed, where the token waits for an operator."""

    key: str
    elementId: str
    message: str
    skippable: bool
    since: str


class ProcessState(TypedDict):
    """The whole instance, running or ended."""

    processId: str
    variables: Variables
    tokens: list[TokenState]
    userTasks: list[UserTaskState]
    subscriptions: list[SubscriptionState]
    signals: list[dict[str, Any]]
    incidents: list[IncidentState]
    adHoc: list[dict[str, Any]]
    path: list[str]
    """Ids of the elements in the order in which they were entered."""
    ended: NotRequired[str]
    """The end event that was reached last, once the instance has ended."""


class UserTaskCompletion(TypedDict):
    """The Updates `completeUserTask` and `saveUserTask`."""

    key: str
    variables: NotRequired[Variables | None]
    by: NotRequired[str]


class UserTaskAssignment(TypedDict):
    """The Updates `claimUserTask` and `assignUserTask`; `unclaimUserTask` without an assignee."""

    key: str
    assignee: NotRequired[str | None]


Action = Literal["retry", "skip", "fail"]


class IncidentResolution(TypedDict):
    """The Update `resolveIncident`."""

    key: str
    action: NotRequired[str | None]
    variables: NotRequired[Variables | None]


class Message(TypedDict):
    """The signal `message`, and the Update `deliverMessage`."""

    name: str
    # with int among them, Temporal would make 7 of 7.5
    correlationKey: NotRequired[str | float | None]
    variables: NotRequired[Variables | None]
    messageId: NotRequired[str | None]
