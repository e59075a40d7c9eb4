"""policies.yaml, as it is read when the worker starts."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from worker.policy import Policy

Policies = Mapping[str, Policy]
"""By job type."""

# a local job holds up the workflow task that it is part of
_LOCAL_LIMIT = timedelta(seconds=2)


class PoliciesError(Exception):
    """Names everything that is wrong, with its place."""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    usual: Policy
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
    problems = [
        problem
        for job_type, policy in [("usual", file.usual), *policies.items()]
        for problem in _problems_of(policy, job_type if job_type == "usual" else f"jobs.{job_type}")
    ]
    if unknown or problems:
        raise _refusal([*unknown, *problems])
    return policies


def _parse(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise _refusal([str(error)]) from None


def _problems_of(policy: Policy, place: str) -> list[str]:
    limits = [policy.start_to_close_timeout, policy.schedule_to_close_timeout]
    given = [limit for limit in limits if limit is not None]
    if not given:
        return [f"{place}: needs startToCloseTimeout or scheduleToCloseTimeout"]
    if policy.local and (min(given) >= _LOCAL_LIMIT or policy.task_queue):
        return [f"{place}.local: needs a startToCloseTimeout under 2 seconds, and no taskQueue"]
    return []


def _describe(problem: ErrorDetails) -> str:
    place = ".".join(map(str, problem["loc"])) or "policies.yaml"
    return f"{place}: {problem['msg']}"


def _refusal(problems: Any) -> PoliciesError:
    return PoliciesError(f"policies.yaml is wrong. {'; '.join(problems)}")
