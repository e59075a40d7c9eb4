"""What is known of one instance; all of it is told by the query `state`."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC

from temporalio import workflow

from bpmn.element import Element
from bpmn.inbox import Inbox
from bpmn.state import Action, IncidentState, TokenState, UserTaskState, Variables


@dataclass(frozen=True)
class Resolution:
    """What an operator has decided of an incident."""

    action: Action
    variables: Variables


@dataclass
class OpenTask:
    """A task that waits for a person."""

    state: UserTaskState
    answers: Mapping[str, type]
    """Types of the variables that it is completed with, as far as the process needs them."""
    answer: asyncio.Future[Variables]


@dataclass(frozen=True)
class OpenIncident:
    """A token that waits for an operator."""

    state: IncidentState
    answer: asyncio.Future[Resolution]


@dataclass
class Instance:
    """One instance of a process."""

    process_id: str
    variables: Variables
    tokens: list[TokenState] = field(default_factory=list)
    user_tasks: dict[str, OpenTask] = field(default_factory=dict)
    incidents: dict[str, OpenIncident] = field(default_factory=dict)
    inbox: Inbox = field(default_factory=Inbox)
    path: list[str] = field(default_factory=list)
    entries: Counter[str] = field(default_factory=Counter)
    working: int = 0
    """How many jobs are under way."""
    last_end: str | None = None
    is_over: bool = False

    def enter(self, element: Element) -> str:
        """Notes that a token enters the element.

        The answer is the key of this entry, which is also its activity id: the element's id,
        with `:n` from the second entry on.
        """
        self.path.append(element.id)
        return self.key_of(element.id, ":")

    def key_of(self, name: str, separator: str) -> str:
        """A key that this instance has not had yet."""
        self.entries[separator + name] += 1
        nth = self.entries[separator + name]
        return name if nth == 1 else f"{name}{separator}{nth}"

    @contextmanager
    def token_at(self, element: Element) -> Iterator[None]:
        """A token stays at the element."""
        token: TokenState = {"elementId": element.id, "type": element.type, "since": now()}
        if element.name:
            token["name"] = element.name
        self.tokens.append(token)
        try:
            yield
        finally:
            # by identity: two tokens of one element may have come at the same time
            self.tokens[:] = [other for other in self.tokens if other is not token]


def now() -> str:
    """The workflow's time, as JavaScript writes it."""
    time = workflow.now().astimezone(UTC).isoformat(timespec="milliseconds")
    return time.replace("+00:00", "Z")
