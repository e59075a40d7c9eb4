"""Every service of this controller."""

from collections.abc import Sequence

from connectrpc.interceptor import Interceptor
from starlette.applications import Starlette
from starlette.routing import Mount

from gen.ameide.process.v1.process_service_connect import (
    ProcessService,
    ProcessServiceASGIApplication,
)
from service.handlers.incidents import Incidents
from service.handlers.instances import Instances
from service.handlers.publish_message import PublishMessage
from service.handlers.start_instance import StartInstance
from service.handlers.user_tasks import UserTasks
from service.temporal.temporal import Temporal


class _Handlers(StartInstance, Instances, PublishMessage, UserTasks, Incidents, ProcessService):
    def __init__(self, temporal: Temporal) -> None:
        self.temporal = temporal


def create_app(temporal: Temporal, interceptors: Sequence[Interceptor]) -> Starlette:
    """Serves Connect, gRPC and gRPC-Web."""
    app = ProcessServiceASGIApplication(_Handlers(temporal), interceptors=interceptors)
    return Starlette(routes=[Mount(app.path, app)])
