"""Messages, and those who wait for them; the first to come is the first to be served, on both sides."""

import asyncio
from dataclasses import dataclass, field

from bpmn.state import Message, Variables


@dataclass(eq=False)
class Subscription:
    """A place that waits for a message of one name and key."""

    element_id: str
    message_name: str
    correlation_key: str
    received: asyncio.Future[Variables]


@dataclass
class Inbox:
    """What waits, what came early, and which ids have come."""

    subscriptions: list[Subscription] = field(default_factory=list)
    early: list[Message] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def publish(inbox: Inbox, message: Message) -> None:
    """Gives the message to who waits for it, or keeps it until somebody does.

    One whose id has come before is dropped.
    """
    message_id = message.get("messageId")
    if message_id is not None:
        if message_id in inbox.seen:
            return
        inbox.seen.add(message_id)
    for subscription in inbox.subscriptions:
        if _matches(subscription, message):
            subscription.received.set_result(message.get("variables") or {})
            # at once, so that the next message goes to who comes next
            inbox.subscriptions.remove(subscription)
            return
    inbox.early.append(message)


def subscribe(
    inbox: Inbox, element_id: str, message_name: str, correlation_key: str
) -> Subscription:
    """Waits for a message, which may have come already."""
    received = asyncio.get_running_loop().create_future()
    subscription = Subscription(element_id, message_name, correlation_key, received)
    for message in inbox.early:
        if _matches(subscription, message):
            inbox.early.remove(message)
            received.set_result(message.get("variables") or {})
            return subscription
    inbox.subscriptions.append(subscription)
    return subscription


def unsubscribe(inbox: Inbox, subscription: Subscription) -> None:
    """Waits no longer; does nothing where the message has come."""
    if subscription in inbox.subscriptions:
        inbox.subscriptions.remove(subscription)


def is_awaited(inbox: Inbox, message: Message) -> bool:
    """Whether the message, if it came now, would be taken."""
    if message.get("messageId") in inbox.seen:
        return False
    return any(_matches(subscription, message) for subscription in inbox.subscriptions)


def text_of(key: str | float) -> str:
    """A key as text; in JSON all numbers are alike, and 7.0 is 7."""
    return str(int(key)) if isinstance(key, float) and key.is_integer() else str(key)


def _matches(subscription: Subscription, message: Message) -> bool:
    key = message.get("correlationKey")
    return (
        subscription.message_name == message.get("name")
        and subscription.correlation_key == ("" if key is None else text_of(key))
        and not subscription.received.done()
    )
