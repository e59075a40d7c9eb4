"""What this worker serves: its processes, and its jobs by their type in the drawing."""

from collections.abc import Mapping, Sequence

from bpmn.contract import Process
from bpmn.jobs import Job
from process.activities import collect_payment, thank_customer
from process.workflows import Delivery

PROCESSES: Sequence[Process] = [
    Process(process_id="delivery", workflow=Delivery, workflow_type="delivery"),
]

JOBS: Mapping[str, Job] = {
    "collect-payment": collect_payment,
    "thank-customer": thank_customer,
}
