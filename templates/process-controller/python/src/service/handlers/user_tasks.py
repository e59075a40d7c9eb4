"""Work of people: whoever calls claims and completes it for themselves."""

from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError

from bpmn.marks import TASK_MARK
from bpmn.state import ProcessState
from gen.ameide.process.v1 import process_service_pb as rpc
from gen.ameide.process.v1.user_task_pb import UserTask
from service.caller import current_caller
from service.instances.find import Found, find, state_of, update
from service.instances.messages import to_user_task
from service.instances.open import list_open
from service.instances.request import request_id_of
from service.instances.variables import variables_of
from service.temporal.temporal import Temporal


class UserTasks:
    """User tasks of all instances."""

    temporal: Temporal

    async def list_user_tasks(
        self, request: rpc.ListUserTasksRequest, _ctx: Any
    ) -> rpc.ListUserTasksResponse:
        """Open ones."""
        assignee, group = request.assignee, request.candidate_group

        def pick(state: ProcessState, instance: str) -> list[UserTask]:
            return [
                to_user_task(task, instance)
                for task in state["userTasks"]
                if not assignee or task.get("assignee") == assignee
                if not group or group in task.get("candidateGroups", [])
            ]

        tasks, token = await list_open(self.temporal, TASK_MARK, request, pick)
        return rpc.ListUserTasksResponse(user_tasks=tasks, next_page_token=token)

    async def claim_user_task(
        self, request: rpc.ClaimUserTaskRequest, _ctx: Any
    ) -> rpc.ClaimUserTaskResponse:
        """Takes one."""
        argument = {"key": request.key, "assignee": current_caller().subject}
        found = await find(self.temporal, request.instance)
        await update(found, "claimUserTask", argument, request_id_of(request))
        return rpc.ClaimUserTaskResponse()

    async def unclaim_user_task(
        self, request: rpc.UnclaimUserTaskRequest, _ctx: Any
    ) -> rpc.UnclaimUserTaskResponse:
        """Gives one back."""
        found = await self._find_own(request.instance, request.key)
        argument = {"key": request.key}
        await update(found, "unclaimUserTask", argument, request_id_of(request))
        return rpc.UnclaimUserTaskResponse()

    async def complete_user_task(
        self, request: rpc.CompleteUserTaskRequest, _ctx: Any
    ) -> rpc.CompleteUserTaskResponse:
        """Completes one."""
        found = await self._find_own(request.instance, request.key)
        argument = {
            "key": request.key,
            "variables": variables_of(request.variables),
            "by": current_caller().subject,
        }
        await update(found, "completeUserTask", argument, request_id_of(request))
        return rpc.CompleteUserTaskResponse()

    async def _find_own(self, instance: str, key: str) -> Found:
        """Its instance; raises `failed_precondition` where somebody else has claimed it."""
        found = await find(self.temporal, instance)
        state = await state_of(found.handle)
        assignees = [task.get("assignee") for task in state["userTasks"] if task["key"] == key]
        if any(assignee and assignee != current_caller().subject for assignee in assignees):
            raise ConnectError(Code.FAILED_PRECONDITION, "somebody else has claimed the task")
        return found
