"""What this worker serves: its processes, and its jobs by their type in the drawing."""

from collections.abc import Mapping, Sequence

from bpmn.contract import Process
from bpmn.jobs import Job
from process.activities import fulfil_request
from process.workflows import Process1

PROCESSES: Sequence[Process] = [
    Process(process_id="Process_1", workflow=Process1, workflow_type="process1"),
]

JOBS: Mapping[str, Job] = {
    "fulfil-request": fulfil_request,
}
