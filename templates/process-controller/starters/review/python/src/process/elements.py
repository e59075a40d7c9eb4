"""The elements of the drawing, in its order."""

from bpmn import Element

START_REQUESTED = Element("Start_Requested", "startEvent", "Requested")
TASK_REVIEW = Element("Task_Review", "userTask", "Review request")
TASK_FULFIL = Element("Task_Fulfil", "serviceTask", "Fulfil request")
END_DONE = Element("End_Done", "endEvent", "Done")
