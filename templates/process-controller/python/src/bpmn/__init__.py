"""What a workflow that is written after a drawing is made of: one function an element kind.

It depends on Temporal alone. Instances tell and take the same as those of a compiled drawing:
the query `state`, the Updates, the signal `message`, and the search attribute `BpmnOpen`.
"""

from bpmn.element import Element
from bpmn.events import end, pass_by
from bpmn.gateways import decide, in_parallel
from bpmn.instance import Instance
from bpmn.jobs import job
from bpmn.messages import catch_message
from bpmn.process import begin, run_to_end
from bpmn.state import Variables
from bpmn.timers import before, catch_timer
from bpmn.user_tasks import user_task

__all__ = [
    "Element",
    "Instance",
    "Variables",
    "before",
    "begin",
    "catch_message",
    "catch_timer",
    "decide",
    "end",
    "in_parallel",
    "job",
    "pass_by",
    "run_to_end",
    "user_task",
]
