"""Starts instances."""

from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError

from bpmn.contract import Process
from gen.ameide.process.v1 import process_service_pb as rpc
from process.served import PROCESSES
from service.instances.find import find
from service.instances.messages import to_instance
from service.instances.names import name_of, workflow_id_of
from service.instances.request import digest_of, request_id_of, start_once, taken
from service.instances.variables import variables_of
from service.temporal.temporal import Temporal


class StartInstance:
    """An id can be used once."""

    temporal: Temporal

    async def start_instance(
        self, request: rpc.StartInstanceRequest, _ctx: Any
    ) -> rpc.StartInstanceResponse:
        """The same request again answers with the instance that it started."""
        process = _process_of(request.process_id)
        workflow_id = workflow_id_of(request.instance_id or request_id_of(request))
        is_ours = await start_once(
            self.temporal,
            process.workflow_type,
            variables_of(request.variables),
            workflow_id=workflow_id,
            digest=digest_of(request),
        )
        name = name_of(workflow_id)
        if not is_ours:
            raise taken(name)
        found = await find(self.temporal, name)
        return rpc.StartInstanceResponse(instance=to_instance(found.description))


def _process_of(process_id: str) -> Process:
    """Raises `invalid_argument` that says which processes there are."""
    for process in PROCESSES:
        if process.process_id == process_id or (not process_id and len(PROCESSES) == 1):
            return process
    known = ", ".join(process.process_id for process in PROCESSES)
    raise ConnectError(Code.INVALID_ARGUMENT, f"process_id: has to be one of {known}")
