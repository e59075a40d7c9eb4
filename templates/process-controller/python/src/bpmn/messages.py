"""Messages that are correlated by name and key."""

import json
from collections.abc import Callable

from temporalio import workflow

from bpmn.activity import perform
from bpmn.element import Element
from bpmn.inbox import is_awaited, publish, subscribe, text_of, unsubscribe
from bpmn.instance import Instance
from bpmn.refusals import refusal
from bpmn.state import Message, Variables


async def catch_message(
    instance: Instance, element: Element, message_name: str, key: Callable[[], str | float]
) -> None:
    """Waits for a message, which may have come already; the key stays what it is on entry."""

    async def work(_key: str) -> Variables:
        subscription = subscribe(
            instance.inbox, element.id, message_name, _correlation(element, key())
        )
        try:
            return await subscription.received
        finally:
            unsubscribe(instance.inbox, subscription)

    await perform(instance, element, work)


def offer_messages(instance: Instance) -> None:
    """Lets messages come: by the signal in any case, by the Update where one is waited for."""
    inbox = instance.inbox

    def receive(message: Message) -> None:
        publish(inbox, message)

    def must_be_awaited(message: Message) -> None:
        if not is_awaited(inbox, message):
            raise refusal(f"Nothing waits for the message {json.dumps(message['name'])}")

    workflow.set_signal_handler("message", receive)
    workflow.set_update_handler("deliverMessage", receive, validator=must_be_awaited)


def _correlation(element: Element, key: object) -> str:
    if isinstance(key, str | int | float) and not isinstance(key, bool):
        return text_of(key)
    raise TypeError(
        f"The correlation key of {element.id} is {json.dumps(key)}, neither text nor number"
    )
