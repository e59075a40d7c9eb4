import { compile } from '../compile';
import { between, flows, plain } from './__testUtils__/faults';

const formal = (name: string, body: string) =>
  `<${name} xsi:type="tFormalExpression">${body}</${name}>`;
const timer = (id: string, form = 'timeDuration', value = 'PT1S') =>
  `<timerEventDefinition id="${id}">${formal(
    form,
    value,
  )}</timerEventDefinition>`;
const caught = (id: string, definition: string) =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
const thrown = (id: string, definition: string) =>
  `<intermediateThrowEvent id="${id}">${definition}</intermediateThrowEvent>`;
const boundary = (id: string, definition: string, attributes = '') =>
  `<boundaryEvent id="${id}" attachedToRef="a" ${attributes}>${definition}</boundaryEvent>`;
const condition = (from: string, to: string) =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${formal(
    'conditionExpression',
    '=ok',
  )}</sequenceFlow>`;
const message = (id: string) =>
  `<messageEventDefinition id="${id}" messageRef="M"><operationRef>O</operationRef></messageEventDefinition>`;
const beside =
  '<message id="M" name="m" /><signal id="S" name="s" /><escalation id="E" escalationCode="e" /><error id="R" errorCode="r" /><interface id="I" name="i"><operation id="O" name="o"><inMessageRef>M</inMessageRef></operation></interface>';

/** What BPMN 2.0.2 allows, so that no rule may find fault with it. */
const legal: Record<string, string> = {
  'gateways of all kinds':
    between(
      '<exclusiveGateway id="x" default="x_i" gatewayDirection="Diverging" /><task id="b" /><inclusiveGateway id="i" gatewayDirection="Mixed" /><task id="c" /><task id="d" /><complexGateway id="k" gatewayDirection="Converging"><activationCondition xsi:type="tFormalExpression">=activationCount &gt; 1</activationCondition></complexGateway>',
      's>x x>i b>i i>c c>k d>k k>e',
    ) +
    condition('x', 'b') +
    condition('i', 'd'),
  'conditions behind an activity': `${between(
    '<task id="a" /><endEvent id="f" />',
    's>a',
  )}${condition('a', 'e')}${condition('a', 'f')}`,
  'an event-based gateway': between(
    `<eventBasedGateway id="g" />${caught('b', message('m'))}${caught(
      'c',
      timer('t'),
    )}${caught('d', '<signalEventDefinition id="x" signalRef="S" />')}`,
    's>g g>b g>c g>d b>e c>e d>e',
  ),
  'an event-based gateway that instantiates': `<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel" />${caught(
    'b',
    message('m'),
  )}${caught(
    'c',
    '<signalEventDefinition id="x" signalRef="S" />',
  )}<endEvent id="e" />${flows('g>b g>c b>e c>e')}`,
  'a receive task that instantiates': `<receiveTask id="r" instantiate="true" messageRef="M" /><endEvent id="e" />${flows(
    'r>e',
  )}`,
  'start events of a process': `<startEvent id="s1">${message(
    'm',
  )}</startEvent><startEvent id="s2">${timer(
    't',
    'timeCycle',
    'R/PT1H',
  )}<signalEventDefinition id="x" signalRef="S" /></startEvent><startEvent id="s3" parallelMultiple="true"><conditionalEventDefinition id="c">${formal(
    'condition',
    '=a',
  )}</conditionalEventDefinition></startEvent><endEvent id="e" />${flows(
    's1>e s2>e s3>e',
  )}`,
  'boundary events of all types': `${between(
    '<task id="a" />',
    's>a a>e',
  )}${boundary('b1', message('m'), 'cancelActivity="false"')}${boundary(
    'b2',
    timer('t', 'timeCycle', 'R3/PT1S'),
    'cancelActivity="false"',
  )}${boundary(
    'b3',
    '<escalationEventDefinition id="x" />',
    'cancelActivity="false"',
  )}${boundary('b4', '<errorEventDefinition id="y" />')}${boundary(
    'b5',
    `<signalEventDefinition id="z" signalRef="S" />${timer('t2')}`,
  )}${boundary(
    'b6',
    '<compensateEventDefinition id="w" />',
  )}<task id="u" isForCompensation="true" /><association id="as" sourceRef="b6" targetRef="u" associationDirection="One" /><textAnnotation id="n"><text>x</text></textAnnotation><association id="as2" sourceRef="b6" targetRef="n" />${flows(
    'b1>e b2>e b3>e b4>e b5>e',
  )}`,
  'throwing and ending': between(
    `${thrown('a', '')}${thrown('b', message('m'))}${thrown(
      'c',
      '<escalationEventDefinition id="x" escalationRef="E" />',
    )}${thrown('d', '<compensateEventDefinition id="y" />')}${thrown(
      'f',
      `<signalEventDefinition id="z" signalRef="S" />${message('m2')}`,
    )}<parallelGateway id="g" /><endEvent id="e1"><errorEventDefinition id="r" errorRef="R" /></endEvent><endEvent id="e2"><terminateEventDefinition id="t" /></endEvent>`,
    's>a a>b b>c c>d d>f f>g g>e g>e1 g>e2',
  ),
  'event subprocesses': `${between('<task id="a" />', 's>a a>e')}${[
    message('m'),
    timer('t'),
    '<escalationEventDefinition id="x" />',
    '<errorEventDefinition id="y" />',
    '<compensateEventDefinition id="z" />',
  ]
    .map(
      (definition, index) =>
        `<subProcess id="h${index}" triggeredByEvent="true"><startEvent id="hs${index}">${definition}</startEvent><endEvent id="he${index}" />${flows(
          `hs${index}>he${index}`,
        )}</subProcess>`,
    )
    .join('')}`,
  'a transaction that is cancelled': `${between(
    `<transaction id="a"><startEvent id="i" /><exclusiveGateway id="x" default="x_o" /><endEvent id="o" /><endEvent id="c"><cancelEventDefinition id="cd" /></endEvent>${flows(
      'i>x x>o',
    )}${condition('x', 'c')}</transaction>`,
    's>a a>e',
  )}${boundary('b', '<cancelEventDefinition id="x2" />')}${flows('b>e')}`,
  'a subprocess without start and end events': between(
    `<subProcess id="a"><task id="b" /><task id="c" />${flows(
      'b>c',
    )}</subProcess>`,
    's>a a>e',
  ),
  'an ad-hoc subprocess': between(
    `<adHocSubProcess id="a" ordering="Sequential"><task id="b" /><task id="c" />${flows(
      'b>c',
    )}${formal('completionCondition', '=done')}</adHocSubProcess>`,
    's>a a>e',
  ),
  'loops and multi-instance': between(
    `<task id="a"><standardLoopCharacteristics testBefore="true" loopMaximum="3">${formal(
      'loopCondition',
      '=again',
    )}</standardLoopCharacteristics></task><task id="b"><multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="SD">${formal(
      'loopCardinality',
      '3',
    )}${formal(
      'completionCondition',
      '=done',
    )}</multiInstanceLoopCharacteristics></task><task id="c" startQuantity="2" completionQuantity="3" />`,
    's>a a>b b>c c>e',
  ),
  links: `<startEvent id="s" /><task id="a" />${thrown(
    'l',
    '<linkEventDefinition id="l1" name="on" />',
  )}${thrown('l2', '<linkEventDefinition id="l3" name="on" />')}${caught(
    'm',
    '<linkEventDefinition id="m1" name="on" />',
  )}<endEvent id="e" />${flows('s>a a>l a>l2 m>e')}`,
  'a loop back':
    between(
      '<exclusiveGateway id="m" /><task id="a" /><exclusiveGateway id="x" default="x_e" />',
      's>m m>a a>x x>e',
    ) + condition('x', 'm'),
  'a call of a process and of a global task': between(
    '<callActivity id="a" calledElement="t:q" /><callActivity id="b" calledElement="G" />',
    's>a a>b b>e',
  ),
};

const items =
  '<itemDefinition id="T" structureRef="text" /><itemDefinition id="N" structureRef="number" /><itemDefinition id="L" structureRef="text" isCollection="true" /><signal id="S2" name="s2" structureRef="T" />';
const inputs = (item: string, id = 'i') =>
  `<dataInput id="${id}" itemSubjectRef="${item}"${
    item === 'L' ? ' isCollection="true"' : ''
  } /><inputSet id="${id}s"><dataInputRefs>${id}</dataInputRefs></inputSet>`;
const io = (item: string, id = 'i') =>
  `<ioSpecification id="${id}o">${inputs(
    item,
    id,
  )}<outputSet id="${id}os" /></ioSpecification>`;

Object.assign(legal, {
  'data in a state, read by a task': between(
    `<task id="a">${io(
      'T',
    )}<dataInputAssociation id="da"><sourceRef>r</sourceRef><targetRef>i</targetRef></dataInputAssociation></task>`,
    's>a a>e',
  ).concat(
    '<dataObject id="D" name="Order" itemSubjectRef="T" /><dataObjectReference id="r" name="Order [paid]" dataObjectRef="D"><dataState id="st" name="paid" /></dataObjectReference>',
  ),
  'data as bpmn.io draws them': between(
    '<task id="a"><property id="q1" name="__targetRef_placeholder" /><dataInputAssociation id="da"><sourceRef>r</sourceRef><targetRef>q1</targetRef></dataInputAssociation></task>',
    's>a a>e',
  ).concat(
    '<dataObject id="D" /><dataObjectReference id="r" name="Order" dataObjectRef="D" />',
  ),
  'data that are transformed': between(
    `<task id="a">${io(
      'N',
    )}<dataInputAssociation id="da"><sourceRef>D</sourceRef><sourceRef>D2</sourceRef><targetRef>i</targetRef><transformation>=1</transformation></dataInputAssociation></task>`,
    's>a a>e',
  ).concat('<dataObject id="D" itemSubjectRef="T" /><dataObject id="D2" />'),
  'a collection and its items': between(
    `<task id="a">${io(
      'L',
    )}<multiInstanceLoopCharacteristics id="m"><loopDataInputRef>i</loopDataInputRef><inputDataItem id="x" itemSubjectRef="T" /></multiInstanceLoopCharacteristics></task>`,
    's>a a>e',
  ),
  'data of an event': `<startEvent id="s" /><endEvent id="e">${inputs(
    'T',
  )}<signalEventDefinition id="x" signalRef="S2" /></endEvent>${flows('s>e')}`,
  'data of a call': between(
    `<callActivity id="c" calledElement="GD">${io('T')}</callActivity>`,
    's>c c>e',
  ),
});

const others =
  `${items}<globalTask id="GD">${io('T', 'global')}</globalTask>` +
  `${beside}<signalEventDefinition id="SD" signalRef="S" /><globalTask id="G" /><process id="q"><startEvent id="qs" /><endEvent id="qe" />${flows(
    'qs>qe',
  )}</process>`;

describe('what BPMN allows', () => {
  it.each(Object.entries(legal))('%s', async (_, inside) => {
    const { diagnostics } = await compile(plain(inside, others), {
      name: 'p',
    });
    expect(
      diagnostics.filter(
        ({ code, severity }) => code.startsWith('BT2') && severity === 'error',
      ),
    ).toEqual([]);
  });
});
