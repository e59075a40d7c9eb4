"""The elements of the drawing, in its order."""

from bpmn import Element

START_REQUESTED = Element("Start_Requested", "startEvent", "Requested")
TASK_CHECK = Element("Task_Check", "serviceTask", "Check request")
GATEWAY_AMOUNT = Element("Gateway_Amount", "exclusiveGateway", "More than 1000?")
TASK_APPROVE = Element("Task_Approve", "userTask", "Approve request")
DEADLINE_APPROVE = Element("Deadline_Approve", "boundaryEvent", "A day has passed")
GATEWAY_APPROVED = Element("Gateway_Approved", "exclusiveGateway", "Approved?")
GATEWAY_MERGE = Element("Gateway_Merge", "exclusiveGateway")
TASK_FULFIL = Element("Task_Fulfil", "serviceTask", "Fulfil request")
END_DONE = Element("End_Done", "endEvent", "Done")
END_REFUSED = Element("End_Refused", "endEvent", "Refused")
END_EXPIRED = Element("End_Expired", "endEvent", "Expired")
