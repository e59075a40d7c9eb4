"""What this worker serves: its processes, and its jobs by their type in the drawing."""

from collections.abc import Mapping, Sequence

from bpmn.contract import Process
from bpmn.jobs import Job
from process.activities import check_request, fulfil_request
from process.workflows import Approval

PROCESSES: Sequence[Process] = [
    Process(process_id="approval", workflow=Approval, workflow_type="approval"),
]

JOBS: Mapping[str, Job] = {
    "check-request": check_request,
    "fulfil-request": fulfil_request,
}
