"""Policies go with a job when it is scheduled; the workflow knows nothing of them."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.worker import (
    Interceptor,
    StartActivityInput,
    StartLocalActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)

from worker.policies import Policies

# the workflow task ends where a local job waits longer than this to be tried again
_LOCAL_RETRY = timedelta(seconds=1)
_LOCAL_FIELDS = {field.name for field in fields(StartLocalActivityInput)}


class ApplyPolicies(Interceptor):
    """Gives each job its timeouts, retries and task queue.

    They may change between two starts of the worker, also for instances that run: of an
    activity, a replay compares id and type with the history, and none of its options. Whether
    a job is local is another matter, see `_decide`.
    """

    def __init__(self, policies: Policies) -> None:
        self._policies = policies

    def workflow_interceptor_class(
        self, input: WorkflowInterceptorClassInput
    ) -> type[WorkflowInboundInterceptor]:
        """Makes one of it for each workflow."""
        policies = self._policies

        class Inbound(WorkflowInboundInterceptor):
            def init(self, outbound: WorkflowOutboundInterceptor) -> None:
                super().init(_Outbound(outbound, policies))

        return Inbound


class _Outbound(WorkflowOutboundInterceptor):
    def __init__(self, next: WorkflowOutboundInterceptor, policies: Policies) -> None:
        super().__init__(next)
        self._policies = policies
        self._is_local: dict[str, bool] = {}

    def start_activity(self, input: StartActivityInput) -> workflow.ActivityHandle[Any]:
        policy = self._policies[input.activity]
        input = replace(
            input,
            start_to_close_timeout=policy.start_to_close_timeout,
            schedule_to_start_timeout=policy.schedule_to_start_timeout,
            schedule_to_close_timeout=policy.schedule_to_close_timeout,
            heartbeat_timeout=policy.heartbeat_timeout,
            task_queue=policy.task_queue,
            retry_policy=policy.retry_policy,
        )
        if self._decide(input.activity, bool(policy.local)):
            return self.next.start_local_activity(_as_local(input))
        return self.next.start_activity(input)

    def _decide(self, job_type: str, wanted: bool) -> bool:
        """Whether the job is local in this instance, which its history keeps.

        Local jobs leave other events than others. So the first entry decides for the whole
        instance: where the policy wants it to be local then, a marker says so. In a replay the
        marker decides, whatever the policy has become.
        """
        if job_type not in self._is_local:
            may_be_marked = wanted or workflow.unsafe.is_replaying()
            self._is_local[job_type] = may_be_marked and workflow.patched(f"local:{job_type}")
        return self._is_local[job_type]


def _as_local(input: StartActivityInput) -> StartLocalActivityInput:
    alike = {
        field.name: getattr(input, field.name)
        for field in fields(input)
        if field.name in _LOCAL_FIELDS
    }
    # it has no id in the history, so that the summary tells the element
    alike["summary"] = f"{input.summary} ({input.activity_id})"
    return StartLocalActivityInput(**alike, local_retry_threshold=_LOCAL_RETRY)
