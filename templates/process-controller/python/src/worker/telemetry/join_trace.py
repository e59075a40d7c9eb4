"""Has an activity run in the trace that it was scheduled in, for its logs, spans and requests."""

from typing import Any

from opentelemetry import context
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from connection.traceparent import context_of


class JoinTrace(Interceptor):
    """Takes up the trace before an activity runs."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """One for each activity."""
        return _Inbound(next)


class _Inbound(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        token = context.attach(context_of(input.headers))
        try:
            return await self.next.execute_activity(input)
        finally:
            context.detach(token)
