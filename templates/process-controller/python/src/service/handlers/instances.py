"""Reads, lists and cancels instances."""

from typing import Any

from temporalio.client import WorkflowExecutionStatus

from gen.ameide.process.v1 import process_service_pb as rpc
from gen.ameide.process.v1.instance_pb import InstanceState
from service.instances.find import find, state_of
from service.instances.messages import (
    to_incident,
    to_instance,
    to_subscription,
    to_token,
    to_user_task,
)
from service.instances.pages import list_page
from service.instances.variables import to_struct
from service.temporal.errors import ended
from service.temporal.temporal import Temporal

# in Temporal's language
_FILTERS = {
    InstanceState.UNSPECIFIED: "",
    InstanceState.RUNNING: "ExecutionStatus = 'Running'",
    InstanceState.COMPLETED: "ExecutionStatus = 'Completed'",
    InstanceState.FAILED: "ExecutionStatus = 'Failed'",
    InstanceState.CANCELLED: "ExecutionStatus = 'Canceled'",
    InstanceState.TERMINATED: "ExecutionStatus IN ('Terminated', 'TimedOut')",
}


class Instances:
    """Instances as a whole."""

    temporal: Temporal

    async def get_instance(
        self, request: rpc.GetInstanceRequest, _ctx: Any
    ) -> rpc.GetInstanceResponse:
        """One, with where it stands."""
        name = request.name
        found = await find(self.temporal, name)
        state = await state_of(found.handle)
        return rpc.GetInstanceResponse(
            instance=to_instance(found.description),
            tokens=[to_token(token) for token in state["tokens"]],
            subscriptions=[to_subscription(one) for one in state["subscriptions"]],
            user_tasks=[to_user_task(task, name) for task in state["userTasks"]],
            incidents=[to_incident(incident, name) for incident in state["incidents"]],
            variables=to_struct(state["variables"]),
        )

    async def list_instances(
        self, request: rpc.ListInstancesRequest, _ctx: Any
    ) -> rpc.ListInstancesResponse:
        """Those that started last first."""
        page = await list_page(self.temporal, _FILTERS[request.state], request)
        return rpc.ListInstancesResponse(
            instances=[to_instance(known) for known in page.executions],
            next_page_token=page.next_page_token,
        )

    async def cancel_instance(
        self, request: rpc.CancelInstanceRequest, _ctx: Any
    ) -> rpc.CancelInstanceResponse:
        """Asks it to end; again asks nothing."""
        found = await find(self.temporal, request.name)
        if found.description.status is not WorkflowExecutionStatus.CANCELED:
            if not found.is_running:
                raise ended()
            await found.handle.cancel()
        return rpc.CancelInstanceResponse()
