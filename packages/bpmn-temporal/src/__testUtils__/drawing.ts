import { eventLine, markerOf } from './sketch-lines';

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
 *     start s / end e / throw e ERROR / terminate e / job a type / user u / script a result =feel / wait w PT1S
 *     catch c MESSAGE / xor x default=f / and g / event g / sub s … }
 *     s -> a                        flow s_a
 *     x -> b if =ok                 flow x_b with a condition
 *     timer t on a PT1S -> b        an interrupting boundary event; `timer*` does not interrupt; so `message`, and `error`
 */
export function sketch(text: string, beside = ''): string {
  const lines = text
    .split('\n')
    .map(part => part.trim())
    .filter(Boolean);
  return drawing(lines.map(line).join('\n'), beside);
}

function line(given: string): string {
  if (given.startsWith('<')) return given;
  const [source = '', marker] = given.split(' | ');
  const chain = source.split(' if ')[0]?.split(' -> ') ?? [];
  if (chain.length > 2 && !/^(on\*?|timer\*?|message\*?|error) /.test(source))
    return chain
      .slice(1)
      .map((to, nth) => sequenceFlow(chain[nth] ?? '', to))
      .join('');
  const xml = eventLine(source) ?? plainLine(source);
  if (marker === undefined) return xml;
  const loop = markerOf(marker);
  // A subprocess is closed by a line of its own: its marker comes right behind the tag.
  if (/ \/>$/.test(xml))
    return xml.replace(/<bpmn:(\w+)(.*) \/>$/, `<bpmn:$1$2>${loop}</bpmn:$1>`);
  return xml.includes('</')
    ? xml.replace(/<\/bpmn:\w+>$/, end => `${loop}${end}`)
    : `${xml}${loop}`;
}

function plainLine(source: string): string {
  const flow = /^(\S+) -> (\S+)(?: if (.*))?$/.exec(source);
  if (flow) return sequenceFlow(flow[1] ?? '', flow[2] ?? '', flow[3]);
  const timer = /^timer(\*?) (\S+) on (\S+) (\S+) -> (\S+)$/.exec(source);
  if (timer) {
    const [, star, id = '', host = '', value = '', to = ''] = timer;
    const form = value.startsWith('R') ? 'timeCycle' : 'timeDuration';
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${!star}"><bpmn:timerEventDefinition id="${id}_d"><bpmn:${form}>${value}</bpmn:${form}></bpmn:timerEventDefinition></bpmn:boundaryEvent>${sequenceFlow(
      id,
      to,
    )}`;
  }
  const caught = /^message(\*?) (\S+) on (\S+) (\S+) -> (\S+)$/.exec(source);
  if (caught) {
    const [, star, id = '', host = '', ref = '', to = ''] = caught;
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${!star}"><bpmn:messageEventDefinition id="${id}_d" messageRef="${ref}" /></bpmn:boundaryEvent>${sequenceFlow(
      id,
      to,
    )}`;
  }
  const error = /^error (\S+) on (\S+) (\S+) -> (\S+)$/.exec(source);
  if (error) {
    const [, id = '', host = '', ref = '', to = ''] = error;
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition id="${id}_d" errorRef="${ref}" /></bpmn:boundaryEvent>${sequenceFlow(
      id,
      to,
    )}`;
  }
  const [kind = '', id = '', ...rest] = source.split(' ');
  const attributes = rest.join(' ');
  switch (kind) {
    case 'start':
      return `<bpmn:startEvent id="${id}" />`;
    case 'end':
      return `<bpmn:endEvent id="${id}" />`;
    case 'throw':
      return `<bpmn:endEvent id="${id}"><bpmn:errorEventDefinition id="${id}_d" errorRef="${attributes}" /></bpmn:endEvent>`;
    case 'sub':
      return `<bpmn:subProcess id="${id}">`;
    case 'esub':
      return `<bpmn:subProcess id="${id}" triggeredByEvent="true">`;
    case '}':
      return `</bpmn:${id || 'subProcess'}>`;
    case 'tx':
      return `<bpmn:transaction id="${id}">`;
    case 'adhoc':
      return `<bpmn:adHocSubProcess id="${id}"><bpmn:extensionElements><zeebe:adHoc activeElementsCollection="${attributes.replace(
        /"/g,
        '&quot;',
      )}" /></bpmn:extensionElements>`;
    case 'undo':
      // undo h of a: a job that compensates a
      return `<bpmn:boundaryEvent id="${id}_c" attachedToRef="${rest[1]}"><bpmn:compensateEventDefinition id="${id}_d" /></bpmn:boundaryEvent><bpmn:serviceTask id="${id}" isForCompensation="true"><bpmn:extensionElements><zeebe:taskDefinition type="work" /></bpmn:extensionElements></bpmn:serviceTask><bpmn:association id="${id}_a" associationDirection="One" sourceRef="${id}_c" targetRef="${id}" />`;
    case 'call':
      return `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${attributes}" /></bpmn:extensionElements></bpmn:callActivity>`;
    case 'task':
      return `<bpmn:task id="${id}" />`;
    case 'or':
      return `<bpmn:inclusiveGateway id="${id}" ${attributes.replace(
        /default=(\S+)/,
        'default="$1"',
      )} />`;
    case 'complex':
      return `<bpmn:complexGateway id="${id}"><bpmn:activationCondition xsi:type="bpmn:tFormalExpression">${attributes.replace(
        /</g,
        '&lt;',
      )}</bpmn:activationCondition></bpmn:complexGateway>`;
    case 'script': {
      const [result = '', ...expression] = rest;
      return `<bpmn:scriptTask id="${id}"><bpmn:extensionElements><zeebe:script expression="${expression.join(
        ' ',
      )}" resultVariable="${result}" /></bpmn:extensionElements></bpmn:scriptTask>`;
    }
    case 'terminate':
      return `<bpmn:endEvent id="${id}"><bpmn:terminateEventDefinition id="${id}_d" /></bpmn:endEvent>`;
    case 'job':
      return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${
        attributes || id
      }" /></bpmn:extensionElements></bpmn:serviceTask>`;
    case 'user':
      return `<bpmn:userTask id="${id}" />`;
    case 'wait':
      return `<bpmn:intermediateCatchEvent id="${id}"><bpmn:timerEventDefinition id="${id}_d"><bpmn:timeDuration>${attributes}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`;
    case 'catch':
      return `<bpmn:intermediateCatchEvent id="${id}"><bpmn:messageEventDefinition id="${id}_d" messageRef="${attributes}" /></bpmn:intermediateCatchEvent>`;
    case 'xor':
      return `<bpmn:exclusiveGateway id="${id}" ${attributes.replace(
        /default=(\S+)/,
        'default="$1"',
      )} />`;
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
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
}

/** A message with a key, for `beside`. */
export function message(id: string, key = '="k"'): string {
  return `<bpmn:message id="${id}" name="${id}"><bpmn:extensionElements><zeebe:subscription correlationKey='${key}' /></bpmn:extensionElements></bpmn:message>`;
}

/** Several processes in one drawing, in short; ids are made unique by the process id in front. */
export function sketches(
  processes: Readonly<Record<string, string>>,
  beside = '',
): string {
  const all = Object.entries(processes).map(([id, text]) => {
    const inside = text
      .split('\n')
      .map(part => part.trim())
      .filter(Boolean)
      .map(line)
      .join('\n');
    const unique = inside
      .replace(
        / (id|sourceRef|targetRef|attachedToRef|default|activityRef)="([^"]+)"/g,
        ` $1="${id}.$2"`,
      )
      .replace(/activeElementsCollection="([^"]+)"/g, list =>
        list.replace(/&quot;(\w+)&quot;/g, `&quot;${id}.$1&quot;`),
      );
    return `<bpmn:process id="${id}" isExecutable="true">\n${unique}\n</bpmn:process>`;
  });
  return drawing(
    '<bpmn:startEvent id="unused" />',
    [...all, beside].join('\n'),
  ).replace(/<bpmn:process id="p"[\s\S]*?<\/bpmn:process>/, '');
}
