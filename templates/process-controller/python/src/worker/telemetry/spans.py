"""A span for each attempt of a job, in the trace that started the instance."""

from typing import Any

from opentelemetry.trace import SpanKind, Tracer
from temporalio import activity
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from worker.telemetry.tenant_of import tenant_of


class SpanOfActivity(Interceptor):
    """Opens the span, and says in it whether the attempt has failed."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """One for each activity."""
        return _Inbound(next, self._tracer)


class _Inbound(ActivityInboundInterceptor):
    def __init__(self, next: ActivityInboundInterceptor, tracer: Tracer) -> None:
        super().__init__(next)
        self._tracer = tracer

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        info = activity.info()
        workflow_id = info.workflow_id or ""
        attributes: dict[str, str | int] = {
            "temporal.workflow_id": workflow_id,
            "temporal.activity_id": info.activity_id,
            "temporal.attempt": info.attempt,
            "ameide.tenant_id": tenant_of(workflow_id) or "",
        }
        with self._tracer.start_as_current_span(
            info.activity_type, kind=SpanKind.CONSUMER, attributes=attributes
        ):
            return await self.next.execute_activity(input)
