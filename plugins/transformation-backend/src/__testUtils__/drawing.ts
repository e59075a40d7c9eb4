/** A small drawing for tests: start, one service task, end. */
export function drawing(
  options: { id?: string; name?: string; type?: string } = {},
): string {
  const { id = 'Process_1', name = 'Do it', type = 'do-it' } = options;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- kept byte for byte -->
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="http://ameide.io/test">
  <process id="${id}" isExecutable="true">
    <startEvent id="Start" />
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Task" />
    <serviceTask id="Task" name="${name}">
      <extensionElements>
        <zeebe:taskDefinition type="${type}" />
        <zeebe:properties>
          <zeebe:property name="ameide.io/component" value="component:demo/sales" />
        </zeebe:properties>
      </extensionElements>
    </serviceTask>
    <sequenceFlow id="F2" sourceRef="Task" targetRef="End" />
    <endEvent id="End" />
  </process>
</definitions>
`;
}
