"""Gives the trace of the request to the instance that it starts."""

from typing import Any

from temporalio.client import Interceptor, OutboundInterceptor, StartWorkflowInput, WorkflowHandle

from connection.traceparent import to_headers


class CarryTrace(Interceptor):
    """Puts `traceparent` into the header; the workflow hands it on to its activities."""

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:
        """One for each client."""
        return _Outbound(next)


class _Outbound(OutboundInterceptor):
    async def start_workflow(self, input: StartWorkflowInput) -> WorkflowHandle[Any, Any]:
        input.headers = {**input.headers, **to_headers()}
        return await super().start_workflow(input)
