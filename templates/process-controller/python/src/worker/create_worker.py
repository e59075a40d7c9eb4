"""A worker that has workflows and jobs; it does not run yet."""

from collections.abc import Sequence
from datetime import timedelta

from temporalio.client import Client
from temporalio.worker import Interceptor, PollerBehaviorAutoscaling, Worker

from bpmn.jobs import Job
from worker.apply_policies import ApplyPolicies
from worker.policies import Policies
from worker.telemetry.carry_trace import CarryTrace
from worker.telemetry.join_trace import JoinTrace


def create_worker(
    client: Client,
    task_queue: str,
    *,
    workflows: Sequence[type],
    jobs: Sequence[Job],
    policies: Policies,
    interceptors: Sequence[Interceptor] = (),
) -> Worker:
    """Makes a worker; `interceptors` come behind those that every worker has."""
    return Worker(
        client,
        task_queue=task_queue,
        workflows=workflows,
        activities=jobs,
        interceptors=[*interceptors_of(policies), *interceptors],
        graceful_shutdown_timeout=timedelta(seconds=10),
        # as many polls as there is work: a fixed number is too few under load, or too many at rest
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
    )


def interceptors_of(policies: Policies) -> Sequence[Interceptor]:
    """Those that a workflow needs wherever it runs, in replays too."""
    return [CarryTrace(), JoinTrace(), ApplyPolicies(policies)]
