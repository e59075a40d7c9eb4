"""One request is one start, however often it comes."""

from hashlib import sha256
from typing import Any, Protocol, TypeVar

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from protobuf import Message
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError

from bpmn.state import Variables
from service.caller import current_caller
from service.temporal.errors import is_missing
from service.temporal.temporal import Temporal

T = TypeVar("T")

_MEMO = "request"


class _Context(Protocol):
    request_id: str


class _Changing(Protocol):
    @property
    def context(self) -> _Context | None: ...


def required(value: T | None) -> T:
    """What protovalidate has made sure of, told to the type checker."""
    if value is None:
        raise ValueError("A request was not validated")
    return value


def request_id_of(request: _Changing) -> str:
    """The id that whoever calls has made for what is wanted."""
    return required(request.context).request_id


def digest_of(request: Message[Any]) -> str:
    """Who asks for what, in few characters."""
    head = f"{current_caller().subject}\0{request.desc().type_name}\0"
    return sha256(head.encode() + request.to_binary()).hexdigest()


async def start_once(
    temporal: Temporal,
    workflow_type: str,
    variables: Variables,
    *,
    workflow_id: str,
    digest: str,
    again: bool = False,
) -> bool:
    """Starts a workflow for a request, once; a memo tells the same request from another one.

    With `again` an id whose workflow has ended can be used by another request. The answer is
    whether the workflow is of this request: not where another one has taken its id.
    """
    caller = current_caller()
    # else one that has ended would be started again by the same request
    if again and await _is_ours(temporal, workflow_id, digest):
        return True
    reuse = WorkflowIDReusePolicy
    try:
        await temporal.client.start_workflow(
            workflow_type,
            variables,
            id=workflow_id,
            task_queue=temporal.task_queue,
            memo={_MEMO: digest, "startedBy": caller.subject},
            search_attributes=await temporal.search_attributes_of(caller.tenant_id),
            id_reuse_policy=reuse.ALLOW_DUPLICATE if again else reuse.REJECT_DUPLICATE,
            id_conflict_policy=WorkflowIDConflictPolicy.FAIL,
        )
    except WorkflowAlreadyStartedError:
        return await _is_ours(temporal, workflow_id, digest)
    return True


def taken(name: str) -> ConnectError:
    """Another request was first."""
    return ConnectError(Code.ALREADY_EXISTS, f"{name} was started by another request")


async def _is_ours(temporal: Temporal, workflow_id: str, digest: str) -> bool:
    try:
        description = await temporal.client.get_workflow_handle(workflow_id).describe()
    except RPCError as error:
        if is_missing(error):
            return False
        raise
    return (await description.memo()).get(_MEMO) == digest
