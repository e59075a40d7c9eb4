"""How a job is done, in the words of policies.yaml."""

import re
from datetime import timedelta
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel
from temporalio.common import RetryPolicy

_DURATION = re.compile(r"(\d+(?:\.\d+)?) (millisecond|second|minute|hour|day)s?")
_USUAL_ATTEMPTS = 3


def _duration(value: object) -> timedelta:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('has to be like "30 seconds"')
    return timedelta(**{f"{match[2]}s": float(match[1])})


Duration = Annotated[timedelta, BeforeValidator(_duration)]


class _Strict(BaseModel):
    # no name that nobody reads: it would be a wish that is not heard
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid", frozen=True, strict=True)


class Retry(_Strict):
    """When a job that has failed is tried again."""

    initial_interval: Duration | None = None
    maximum_interval: Duration | None = None
    backoff_coefficient: Annotated[float, Field(ge=1)] | None = None
    maximum_attempts: Annotated[int, Field(ge=1)] | None = None
    non_retryable_error_types: list[str] | None = None


class Policy(_Strict):
    """Timeouts, retries and task queue; where it says nothing, what is usual holds."""

    start_to_close_timeout: Duration | None = None
    schedule_to_start_timeout: Duration | None = None
    schedule_to_close_timeout: Duration | None = None
    heartbeat_timeout: Duration | None = None
    task_queue: Annotated[str, Field(min_length=1)] | None = None
    local: bool | None = None
    """Whether the workflow's own worker does it, without a task of its own."""
    retry: Retry = Retry()

    def over(self, usual: Self) -> Self:
        """What this one says, and what is usual for the rest."""
        said = self.model_dump(exclude_unset=True, exclude={"retry"})
        retry = usual.retry.model_copy(update=self.retry.model_dump(exclude_unset=True))
        return usual.model_copy(update={**said, "retry": retry})

    @property
    def limits(self) -> list[timedelta]:
        """What ends an attempt, or all of them; Temporal wants one."""
        limits = (self.start_to_close_timeout, self.schedule_to_close_timeout)
        return [limit for limit in limits if limit is not None]

    @property
    def retry_policy(self) -> RetryPolicy:
        """As Temporal takes it."""
        said = {"maximum_attempts": _USUAL_ATTEMPTS, **self.retry.model_dump(exclude_none=True)}
        return RetryPolicy(**said)
