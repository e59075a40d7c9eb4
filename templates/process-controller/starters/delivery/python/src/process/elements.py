"""The elements of the drawing, in its order."""

from bpmn import Element

START_ORDERED = Element("Start_Ordered", "startEvent", "Ordered")
GATEWAY_FORK = Element("Gateway_Fork", "parallelGateway")
TASK_COLLECT = Element("Task_Collect", "serviceTask", "Collect payment")
CATCH_DELIVERED = Element("Catch_Delivered", "intermediateCatchEvent", "Goods delivered")
GATEWAY_JOIN = Element("Gateway_Join", "parallelGateway")
TASK_THANK = Element("Task_Thank", "serviceTask", "Thank customer")
END_DONE = Element("End_Done", "endEvent", "Done")
