"""policies.yaml, as it is read when the worker starts."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from worker.policy import Policy

Policies = Mapping[str, Policy]
"""By job type."""

# a local job holds up the workflow task that it is part of
_LOCAL_LIMIT = timedelta(seconds=2)


class PoliciesError(Exception):
    """Names everything that is wrong, with its place."""


def _ends(usual: Policy) -> Policy:
    if not usual.limits:
        raise ValueError("needs startToCloseTimeout or scheduleToCloseTimeout")
    return usual


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    usual: Annotated[Policy, AfterValidator(_ends)]
    jobs: dict[str, Policy] = {}


def read_policies(text: str, job_types: Collection[str]) -> Policies:
    """Reads how each of the jobs is done, or raises PoliciesError."""
    try:
        file = _File.model_validate(_parse(text))
    except ValidationError as error:
        raise _refusal(map(_describe, error.errors())) from None
    known = ", ".join(job_types)
    unknown = [
        f"jobs.{job_type}: there is no such job, but {known}"
        for job_type in file.jobs
        if job_type not in job_types
    ]
    policies = {
        job_type: file.jobs.get(job_type, Policy()).over(file.usual) for job_type in job_types
    }
    too_slow = [
        f"jobs.{job_type}.local: needs a startToCloseTimeout under 2 seconds, and no taskQueue"
        for job_type, policy in policies.items()
        if policy.local and not _may_be_local(policy)
    ]
    if unknown or too_slow:
        raise _refusal([*unknown, *too_slow])
    return policies


def _parse(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise _refusal([str(error)]) from None


def _may_be_local(policy: Policy) -> bool:
    return policy.task_queue is None and min(policy.limits) < _LOCAL_LIMIT


def _describe(problem: ErrorDetails) -> str:
    place = ".".join(map(str, problem["loc"])) or "policies.yaml"
    return f"{place}: {problem['msg'].removeprefix('Value error, ')}"


def _refusal(problems: Any) -> PoliciesError:
    return PoliciesError(f"policies.yaml is wrong. {'; '.join(problems)}")
