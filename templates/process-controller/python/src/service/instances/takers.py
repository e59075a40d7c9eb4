"""Who takes a message: instances that wait for it, and processes that begin with it."""

from dataclasses import dataclass

from temporalio.client import WorkflowUpdateFailedError
from temporalio.service import RPCError

from bpmn.marks import message_mark
from bpmn.state import Message, Variables
from process.served import PROCESSES
from service.instances.find import execute
from service.instances.names import workflow_id_of
from service.instances.open import has_open
from service.instances.pages import own
from service.instances.request import start_once
from service.temporal.errors import is_missing
from service.temporal.temporal import Temporal


@dataclass(frozen=True)
class PublishedMessage:
    """A message, and the request that it came with."""

    name: str
    correlation_key: str
    variables: Variables
    message_id: str
    request_id: str
    digest: str


Takers = dict[str, str]
"""Workflow ids of instances that have the message, by their workflow type."""


async def hand_over(temporal: Temporal, message: PublishedMessage) -> Takers:
    """Gives the message to the oldest instance of each process that waits for it.

    Nobody but instances of the tenant is asked.
    """
    mark = message_mark(message.name, message.correlation_key)
    waiting = [known async for known in temporal.client.list_workflows(own(has_open(mark)))]
    waiting.sort(key=lambda known: known.start_time)
    takers: Takers = {}
    for known in waiting:
        if known.workflow_type in takers:
            continue
        if await _deliver(temporal, known.id, known.run_id, message):
            takers[known.workflow_type] = known.id
    return takers


async def start_by_message(
    temporal: Temporal, message: PublishedMessage, takers: Takers
) -> list[str]:
    """Starts the processes that begin with the message and have not taken it.

    With a key there is one at a time.
    """
    begun: list[str] = []
    for process in PROCESSES:
        if message.name not in process.started_by or process.workflow_type in takers:
            continue
        last = message.correlation_key or message.message_id
        workflow_id = workflow_id_of(f"{process.process_id}:{last}")
        if await start_once(
            temporal,
            process.workflow_type,
            message.variables,
            workflow_id=workflow_id,
            digest=message.digest,
            again=bool(message.correlation_key),
        ):
            begun.append(workflow_id)
    return begun


async def _deliver(
    temporal: Temporal, workflow_id: str, run_id: str, message: PublishedMessage
) -> bool:
    """False where it waits no longer, or has ended."""
    handle = temporal.client.get_workflow_handle(workflow_id, run_id=run_id)
    delivered = Message(
        name=message.name,
        correlationKey=message.correlation_key,
        variables=message.variables,
        messageId=message.message_id,
    )
    try:
        await execute(handle, "deliverMessage", delivered, message.request_id)
    except WorkflowUpdateFailedError:
        return False
    except RPCError as error:
        if is_missing(error):
            return False
        raise
    return True
