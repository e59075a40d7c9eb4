"""Jobs that answer as a case has it, and of which the next one may fail: that makes an incident."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from temporalio import activity
from temporalio.exceptions import ApplicationError

from bpmn.jobs import Job
from tests.support.paths import element_of


@dataclass
class FailOnce:
    """The jobs, and whether one has failed."""

    jobs: Mapping[str, Job]
    answers: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    """By element; where there is none, the job itself is done."""
    fails: bool = False
    failed: int = 0

    def fail_next(self) -> None:
        """From now on one fails for good when it is asked for."""
        self.fails, self.failed = True, 0

    def activities(self) -> list[Job]:
        """One for each job type."""
        return [self._activity(job_type, job) for job_type, job in self.jobs.items()]

    def _activity(self, job_type: str, job: Job) -> Job:
        @activity.defn(name=job_type)
        async def fail_or_do(given: dict[str, Any]) -> Mapping[str, Any]:
            if self.fails:
                self.fails = False
                self.failed += 1
                raise ApplicationError("it fails once", type="Test", non_retryable=True)
            answer = self.answers.get(element_of(activity.info().activity_id))
            return await job(given) if answer is None else answer

        return fail_or_do
