"""Says in the log of an activity whose instance it works for, and in which trace."""

from contextvars import ContextVar
from typing import Any

from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from connection.traceparent import trace_of

# each activity runs in a task or a thread of its own, and so has a value of its own
_trace_id: ContextVar[str | None] = ContextVar("trace_id", default=None)


def current_trace_id() -> str | None:
    """The trace of the activity that runs here, where it has one."""
    return _trace_id.get()


class LogTrace(Interceptor):
    """Notes the trace before an activity runs."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """One for each activity."""
        return _Inbound(next)


class _Inbound(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        trace = trace_of(input.headers)
        _trace_id.set(trace.trace_id if trace else None)
        return await self.next.execute_activity(input)
