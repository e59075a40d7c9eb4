/** A drawing for tests: the inside of one executable process `p`, and definitions beside it. */
export function drawing(inside: string, beside = '', attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"${attributes}>
<bpmn:process id="p" isExecutable="true">
${inside}
</bpmn:process>
${beside}
</bpmn:definitions>`;
}

/**
 * A process in short: one line an element or flow.
 *
 *     start s / end e / job a / user u / xor x default=f / and g / event g / sub s { … } is not here: use `drawing`
 *     s -> a            flow s_a
 *     x -> b if =ok     flow x_b with a condition
 *     timer t on a PT1S -> b        an interrupting boundary timer; `timer*` does not interrupt
 */
export function sketch(text: string, beside = ''): string {
  const lines = text.split('\n').map(line => line.trim()).filter(Boolean);
  return drawing(lines.map(line).join('\n'), beside);
}

function line(source: string): string {
  const flow = /^(\S+) -> (\S+)(?: if (.*))?$/.exec(source);
  if (flow) return sequenceFlow(flow[1] ?? '', flow[2] ?? '', flow[3]);
  const timer = /^timer(\*?) (\S+) on (\S+) (\S+) -> (\S+)$/.exec(source);
  if (timer) {
    const [, star, id = '', host = '', value = '', to = ''] = timer;
    const form = value.startsWith('R') ? 'timeCycle' : 'timeDuration';
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${!star}"><bpmn:timerEventDefinition id="${id}_d"><bpmn:${form}>${value}</bpmn:${form}></bpmn:timerEventDefinition></bpmn:boundaryEvent>${sequenceFlow(id, to)}`;
  }
  const error = /^error (\S+) on (\S+) (\S+) -> (\S+)$/.exec(source);
  if (error) {
    const [, id = '', host = '', ref = '', to = ''] = error;
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition id="${id}_d" errorRef="${ref}" /></bpmn:boundaryEvent>${sequenceFlow(id, to)}`;
  }
  const [kind = '', id = '', ...rest] = source.split(' ');
  const attributes = rest.join(' ');
  switch (kind) {
    case 'start':
      return `<bpmn:startEvent id="${id}" />`;
    case 'end':
      return `<bpmn:endEvent id="${id}" />`;
    case 'terminate':
      return `<bpmn:endEvent id="${id}"><bpmn:terminateEventDefinition id="${id}_d" /></bpmn:endEvent>`;
    case 'job':
      return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${attributes || id}" /></bpmn:extensionElements></bpmn:serviceTask>`;
    case 'user':
      return `<bpmn:userTask id="${id}" />`;
    case 'wait':
      return `<bpmn:intermediateCatchEvent id="${id}"><bpmn:timerEventDefinition id="${id}_d"><bpmn:timeDuration>${attributes}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    case 'catch':
      return `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition id="${id}_d" messageRef="${attributes}" /></bpmn:intermediateCatchEvent>`;
    case 'xor':
      return `<bpmn:exclusiveGateway id="${id}" ${attributes.replace(/default=(\S+)/, 'default="$1"')} />`;
    case 'and':
      return `<bpmn:parallelGateway id="${id}" />`;
    case 'event':
      return `<bpmn:eventBasedGateway id="${id}" />`;
    default:
      throw new Error(`What is ${source}?`);
  }
}

function sequenceFlow(from: string, to: string, condition?: string): string {
  const inside = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
}

/** A message with a key, for `beside`. */
export function message(id: string, key = '="k"'): string {
  return `<bpmn:message id="${id}" name="${id}"><bpmn:extensionElements><zeebe:subscription correlationKey='${key}' /></bpmn:extensionElements></bpmn:message>`;
}
