/**
 * One line of a sketch as XML: see `sketch` for the flows, and this table for what has a trigger.
 *
 *     on b a signal X -> h     boundary event b of a; `on*` does not interrupt
 *     await c timer PT1S       intermediate catch event; `await+` waits for all of `signal X & signal Y`, `await` for any
 *     emit t escalation X      intermediate throw event; `end e error X` an end event
 *     start s message M        start event; `start*` does not interrupt (event subprocess)
 *     esub h … }               event subprocess; tx t … } transaction; adhoc a … } ad-hoc subprocess
 *     job a work | each==[1,2] as=i seq until==x collect=list:i      markers behind a bar
 */
export function eventLine(source: string): string | undefined {
  const boundary = /^on(\*?) (\S+) (\S+) (.+?)(?: -> (\S+))?$/.exec(source);
  if (boundary) {
    const [, star, id = '', host = '', what = '', to] = boundary;
    const flow = to
      ? `<bpmn:sequenceFlow id="${id}_${to}" sourceRef="${id}" targetRef="${to}" />`
      : '';
    return `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${!star}">${definitions(
      id,
      what,
    )}</bpmn:boundaryEvent>${flow}`;
  }
  const event = /^(await|emit|end|start)([*+]?) (\S+) (.+)$/.exec(source);
  if (!event) return undefined;
  const [, kind = '', mark, id = '', what = ''] = event;
  const tag = tags[kind];
  const attributes =
    (mark === '*' ? ' isInterrupting="false"' : '') +
    (mark === '+' ? ' parallelMultiple="true"' : '');
  return `<bpmn:${tag} id="${id}"${attributes}>${definitions(
    id,
    what,
  )}</bpmn:${tag}>`;
}

const tags: Readonly<Record<string, string>> = {
  await: 'intermediateCatchEvent',
  emit: 'intermediateThrowEvent',
  end: 'endEvent',
  start: 'startEvent',
};

function definitions(id: string, what: string): string {
  const parts = what.split(' & ');
  const [job] = parts.flatMap(part => /^message !(\S+)$/.exec(part)?.[1] ?? []);
  const extension = job
    ? `<bpmn:extensionElements><zeebe:taskDefinition type="${job}" /></bpmn:extensionElements>`
    : '';
  return (
    extension +
    parts.map((part, nth) => definition(`${id}_d${nth}`, part)).join('')
  );
}

function definition(id: string, what: string): string {
  const [kind = '', ...rest] = what.split(' ');
  const value = rest.join(' ');
  const reference = (name: string, prefix: string) =>
    value ? ` ${name}="${prefix}${value.replace('!', '')}"` : '';
  switch (kind) {
    case 'timer': {
      const form = value.startsWith('R') ? 'timeCycle' : 'timeDuration';
      return `<bpmn:timerEventDefinition id="${id}"><bpmn:${form}>${value}</bpmn:${form}></bpmn:timerEventDefinition>`;
    }
    case 'if':
      return `<bpmn:conditionalEventDefinition id="${id}"><bpmn:condition xsi:type="bpmn:tFormalExpression">${escaped(
        value,
      )}</bpmn:condition></bpmn:conditionalEventDefinition>`;
    case 'link':
      return `<bpmn:linkEventDefinition id="${id}" name="${value}" />`;
    case 'message':
      return `<bpmn:messageEventDefinition id="${id}"${reference(
        'messageRef',
        'm_',
      )} />`;
    case 'signal':
      return `<bpmn:signalEventDefinition id="${id}"${reference(
        'signalRef',
        's_',
      )} />`;
    case 'escalation':
      return `<bpmn:escalationEventDefinition id="${id}"${reference(
        'escalationRef',
        'x_',
      )} />`;
    case 'error':
      return `<bpmn:errorEventDefinition id="${id}"${reference(
        'errorRef',
        'e_',
      )} />`;
    case 'compensate':
      return `<bpmn:compensateEventDefinition id="${id}"${
        value ? ` activityRef="${value}"` : ''
      } />`;
    default:
      return `<bpmn:${kind}EventDefinition id="${id}" />`;
  }
}

/** Definitions of the messages, signals, errors and escalations that the sketches name. */
export function definitionsFor(sketches: string): string {
  const names = (kind: string) => [
    ...new Set(
      [
        ...sketches.matchAll(new RegExp(`\\b${kind} !?([A-Za-z]\\w*)`, 'g')),
      ].map(match => match[1] ?? ''),
    ),
  ];
  return [
    ...names('message').map(
      name =>
        `<bpmn:message id="m_${name}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey='="k"' /></bpmn:extensionElements></bpmn:message>`,
    ),
    ...names('signal').map(
      name => `<bpmn:signal id="s_${name}" name="${name}" />`,
    ),
    ...names('error').map(
      name => `<bpmn:error id="e_${name}" errorCode="${name}" />`,
    ),
    ...names('escalation').map(
      name => `<bpmn:escalation id="x_${name}" escalationCode="${name}" />`,
    ),
  ].join('\n');
}

/** `each==[1,2] as=i seq until==x collect=list:i`, or `while==n < 3 before max=5`. */
export function markerOf(text: string): string {
  const value = (name: string) =>
    new RegExp(`\\b${name}=(\\S+)`).exec(text)?.[1];
  const expression = (tag: string, source: string | undefined) =>
    source === undefined
      ? ''
      : `<bpmn:${tag} xsi:type="bpmn:tFormalExpression">${escaped(
          source,
        )}</bpmn:${tag}>`;
  const each = value('each');
  if (each === undefined) {
    const maximum = value('max');
    return `<bpmn:standardLoopCharacteristics testBefore="${/\bbefore\b/.test(
      text,
    )}"${maximum ? ` loopMaximum="${maximum}"` : ''}>${expression(
      'loopCondition',
      value('while'),
    )}</bpmn:standardLoopCharacteristics>`;
  }
  const [into, element] = (value('collect') ?? '').split(':');
  const output = into
    ? ` outputCollection="${into}" outputElement="=${element}"`
    : '';
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${/\bseq\b/.test(
    text,
  )}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="${escaped(
    each,
  )}" inputElement="${
    value('as') ?? 'item'
  }"${output} /></bpmn:extensionElements>${expression(
    'completionCondition',
    value('until'),
  )}</bpmn:multiInstanceLoopCharacteristics>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
