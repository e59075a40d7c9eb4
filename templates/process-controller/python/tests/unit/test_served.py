"""What is served is what it says it is."""

from collections.abc import Callable
from typing import Any

from temporalio import activity, workflow

from process.served import JOBS, PROCESSES

# what Temporal has made of the decorators; it has no other way to ask for it
type_of_activity: Callable[[Any], Any] = activity._Definition.must_from_callable
type_of_workflow: Callable[[Any], Any] = workflow._Definition.must_from_class


def test_jobs_are_called_as_they_are_defined() -> None:
    assert {job_type: type_of_activity(job).name for job_type, job in JOBS.items()} == {
        job_type: job_type for job_type in JOBS
    }


def test_workflows_are_called_as_they_are_defined() -> None:
    for process in PROCESSES:
        assert type_of_workflow(process.workflow).name == process.workflow_type
