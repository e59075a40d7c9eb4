"""What failed, and what becomes of it."""

from typing import Any

from bpmn.marks import INCIDENT_MARK
from gen.ameide.process.v1 import process_service_pb as rpc
from service.instances.find import find, update
from service.instances.messages import to_incident
from service.instances.open import list_open
from service.instances.request import request_id_of
from service.instances.variables import variables_of
from service.temporal.temporal import Temporal

_ACTIONS = {
    rpc.Resolution.RETRY: "retry",
    rpc.Resolution.SKIP: "skip",
    rpc.Resolution.FAIL: "fail",
}


class Incidents:
    """Incidents of all instances."""

    temporal: Temporal

    async def list_incidents(
        self, request: rpc.ListIncidentsRequest, _ctx: Any
    ) -> rpc.ListIncidentsResponse:
        """Open ones."""
        incidents, token = await list_open(
            self.temporal,
            INCIDENT_MARK,
            request,
            lambda state, instance: [to_incident(one, instance) for one in state["incidents"]],
        )
        return rpc.ListIncidentsResponse(incidents=incidents, next_page_token=token)

    async def resolve_incident(
        self, request: rpc.ResolveIncidentRequest, _ctx: Any
    ) -> rpc.ResolveIncidentResponse:
        """Has what failed tried again, skipped or given up."""
        argument = {
            "key": request.key,
            "action": _ACTIONS[request.resolution],
            "variables": variables_of(request.variables),
        }
        found = await find(self.temporal, request.instance)
        await update(found, "resolveIncident", argument, request_id_of(request))
        return rpc.ResolveIncidentResponse()
