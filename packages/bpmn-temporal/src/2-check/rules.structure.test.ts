import {
  between,
  expectFault,
  flows,
  forZeebe,
  plain,
  untested,
} from './__testUtils__/faults';
import type { Fault } from './__testUtils__/faults';
import { structureRules } from './rules/structure';

const task = (attributes: string, inside = '') =>
  plain(between(`<task id="a" ${attributes}>${inside}</task>`, 's>a a>e'));
const formal = (body: string) =>
  `<conditionExpression xsi:type="tFormalExpression">${body}</conditionExpression>`;
const timer =
  '<timerEventDefinition id="t"><timeDuration xsi:type="tFormalExpression">PT1S</timeDuration></timerEventDefinition>';
const caught = (definition: string) =>
  plain(
    between(
      `<intermediateCatchEvent id="c">${definition}</intermediateCatchEvent>`,
      's>c c>e',
    ),
  );
const thrown = (definition: string) =>
  plain(
    between(
      `<intermediateThrowEvent id="c">${definition}</intermediateThrowEvent>`,
      's>c c>e',
    ),
    '<escalation id="E" escalationCode="late" /><escalation id="N" />',
  );
const boundary = (attributes: string, inside: string, beside = '') =>
  plain(
    `${between(
      '<task id="a" />',
      's>a a>e',
    )}<boundaryEvent id="b" attachedToRef="a" ${attributes}>${inside}</boundaryEvent><endEvent id="f" />${beside}`,
  );
const eventSubprocess = (inside: string, beside = '') =>
  plain(
    `${between(
      '<task id="a" />',
      's>a a>e',
    )}<subProcess id="h" triggeredByEvent="true">${inside}</subProcess>${beside}`,
  );
const handled = (start: string) =>
  eventSubprocess(`${start}<endEvent id="he" />${flows('hs>he')}`);
const choice = (attributes: string, inside: string) =>
  plain(
    `<startEvent id="s" /><exclusiveGateway id="x" ${attributes} /><endEvent id="e" /><endEvent id="f" />${flows(
      's>x',
    )}${inside}`,
  );
const loop = (inside: string) =>
  task(
    '',
    `<multiInstanceLoopCharacteristics id="l">${inside}</multiInstanceLoopCharacteristics>`,
  );
const cardinality =
  '<loopCardinality xsi:type="tFormalExpression">=3</loopCardinality>';
const link = (id: string, name: string) =>
  `<linkEventDefinition id="${id}" name="${name}" />`;
const linked = (from: string, to: string, more: string) =>
  plain(
    `<startEvent id="s" /><intermediateThrowEvent id="l">${from}</intermediateThrowEvent><intermediateCatchEvent id="m">${to}</intermediateCatchEvent><endEvent id="e" />${flows(
      's>l m>e',
    )}${more}`,
  );
const waiting = (inside: string, more = '') =>
  plain(
    `<startEvent id="s" /><eventBasedGateway id="g" /><intermediateCatchEvent id="t1">${timer}</intermediateCatchEvent>${inside}<endEvent id="e" />${flows(
      `s>g g>t1 t1>e${more}`,
    )}`,
  );

/** A fault of our own for each rule, and further ones where a rule has several sides. */
const faults: readonly Fault[] = [
  [
    'BT2101',
    'n',
    task('', '<documentation id="n" textFormat="§">x</documentation>'),
    'markdown',
    'text/markdown',
  ],
  [
    'BT2102',
    'r',
    plain(
      between('<receiveTask id="r" messageRef="§" />', 's>r r>e'),
      '<signal id="S" /><message id="M" name="m" />',
    ),
    'S',
    'M',
  ],
  [
    'BT2102',
    'c',
    plain(
      between('<callActivity id="c" calledElement="§" />', 's>c c>e'),
      '<signal id="S" /><globalTask id="G" />',
    ),
    'S',
    'G',
  ],
  [
    'BT2103',
    'c',
    thrown('<escalationEventDefinition id="x" escalationRef="§" />'),
    'N',
    'E',
  ],
  [
    'BT2104',
    'x_e',
    choice(
      '',
      `<sequenceFlow id="x_e" sourceRef="x" targetRef="e"><conditionExpression§>=ok</conditionExpression></sequenceFlow>${flows(
        'x>f',
      )}`,
    ),
    '',
    ' xsi:type="tFormalExpression"',
  ],
  [
    'BT2105',
    'x_e',
    choice(
      '',
      `<sequenceFlow id="x_e" sourceRef="x" targetRef="e">${formal(
        '§',
      )}</sequenceFlow>${flows('x>f')}`,
    ),
    ' ',
    '=ok',
  ],
  [
    'BT2106',
    'x_e',
    choice(
      '',
      `<sequenceFlow id="x_e" sourceRef="x" targetRef="e"><conditionExpression xsi:type="tFormalExpression" language="§">=ok</conditionExpression></sequenceFlow>${flows(
        'x>f',
      )}`,
    ),
    'my language',
    'urn:my-language',
  ],
  [
    'BT2107',
    'x',
    choice('gatewayDirection="§"', flows('x>e x>f')),
    'Converging',
    'Diverging',
  ],
  [
    'BT2107',
    'x',
    choice('gatewayDirection="§"', flows('x>e x>f')),
    'Mixed',
    'Unspecified',
  ],
  ['BT2108', 'h', eventSubprocess('', '§'), flows('a>h'), ''],
  [
    'BT2109',
    'a',
    task('', '<incoming>s_a</incoming>§'),
    '<outgoing>s_a</outgoing>',
    '<outgoing>a_e</outgoing>',
  ],
  [
    'BT2110',
    'a_e',
    plain(
      `<startEvent id="s" /><task id="a" /><endEvent id="e" /><endEvent id="f" />${flows(
        's>a',
      )}<sequenceFlow id="a_e" sourceRef="a" targetRef="e">${formal(
        '=ok',
      )}</sequenceFlow>§`,
    ),
    '',
    flows('a>f'),
  ],
  [
    'BT2111',
    'x_e',
    plain(
      `<startEvent id="s" /><§ id="x" /><endEvent id="e" /><endEvent id="f" />${flows(
        's>x x>f',
      )}<sequenceFlow id="x_e" sourceRef="x" targetRef="e">${formal(
        '=ok',
      )}</sequenceFlow>`,
    ),
    'parallelGateway',
    'inclusiveGateway',
  ],
  [
    'BT2112',
    'p',
    task('').replace('<process ', '<process processType="§" '),
    'Public',
    'Private',
  ],
  ['BT2113', 'a', task('completionQuantity="§"'), '0', '2'],
  [
    'BT2114',
    'r',
    plain(
      between(
        '<userTask id="a"><potentialOwner id="r"><resourceRef>R</resourceRef>§</potentialOwner></userTask>',
        's>a a>e',
      ),
      '<resource id="R" name="clerk" />',
    ),
    '<resourceAssignmentExpression><formalExpression>=clerk</formalExpression></resourceAssignmentExpression>',
    '',
  ],
  [
    'BT2115',
    'a',
    task(
      '',
      `§<multiInstanceLoopCharacteristics id="l">${cardinality}</multiInstanceLoopCharacteristics>`,
    ),
    '<standardLoopCharacteristics id="k" />',
    '',
  ],
  [
    'BT2116',
    'a',
    plain(
      between(
        '<scriptTask id="a"§><script>a + b</script></scriptTask>',
        's>a a>e',
      ),
    ),
    '',
    ' scriptFormat="text/x-feel"',
  ],
  [
    'BT2117',
    'h',
    handled(`§<startEvent id="hs">${timer}</startEvent>`),
    '<startEvent id="h2" />',
    '',
  ],
  [
    'BT2141',
    'h2',
    plain(
      `${between(
        `<subProcess id="q">${[1, 2]
          .map(
            n =>
              `<subProcess id="h${n}" triggeredByEvent="true"><startEvent id="s${n}">${
                n === 2 ? '§' : '<compensateEventDefinition id="c1" />'
              }</startEvent><endEvent id="e${n}" />${flows(
                `s${n}>e${n}`,
              )}</subProcess>`,
          )
          .join('')}</subProcess>`,
        's>q q>e',
      )}`,
    ),
    '<compensateEventDefinition id="c2" />',
    timer,
  ],
  [
    'BT2118',
    's',
    task('').replace(
      '<startEvent id="s" />',
      '<startEvent id="s">§</startEvent>',
    ),
    '<errorEventDefinition id="x" />',
    timer,
  ],
  [
    'BT2118',
    'i',
    plain(
      between(
        `<subProcess id="a"><startEvent id="i">§</startEvent><endEvent id="j" />${flows(
          'i>j',
        )}</subProcess>`,
        's>a a>e',
      ),
    ),
    timer,
    '',
  ],
  [
    'BT2118',
    'hs',
    handled(
      '<startEvent id="hs"§><errorEventDefinition id="x" /></startEvent>',
    ),
    ' isInterrupting="false"',
    '',
  ],
  ['BT2118', 'hs', handled('<startEvent id="hs">§</startEvent>'), '', timer],
  ['BT2119', 'c', caught('§'), '<errorEventDefinition id="x" />', timer],
  ['BT2119', 'c', caught('§'), '', timer],
  [
    'BT2119',
    'c',
    thrown('§'),
    '<terminateEventDefinition id="x" />',
    '<compensateEventDefinition id="x" />',
  ],
  [
    'BT2120',
    'e',
    task('').replace('<endEvent id="e" />', '<endEvent id="e">§</endEvent>'),
    timer,
    '<terminateEventDefinition id="x" />',
  ],
  ['BT2121', 'b', boundary('', '§', flows('b>f')), link('x', 'x'), timer],
  ['BT2121', 'b', boundary('', '§', flows('b>f')), '', timer],
  [
    'BT2121',
    'b',
    boundary(
      'cancelActivity="§"',
      '<errorEventDefinition id="x" />',
      flows('b>f'),
    ),
    'false',
    'true',
  ],
  [
    'BT2122',
    'h',
    plain(between('<adHocSubProcess id="h">§</adHocSubProcess>', 's>h h>e')),
    '',
    '<task id="a" />',
  ],
  [
    'BT2122',
    'i',
    plain(
      between(
        '<adHocSubProcess id="h"><task id="a" />§</adHocSubProcess>',
        's>h h>e',
      ),
    ),
    '<startEvent id="i" />',
    '',
  ],
  ['BT2123', 'l', loop('§'), '', cardinality],
  [
    'BT2123',
    'l',
    forZeebe(
      between(
        '<task id="a"><multiInstanceLoopCharacteristics id="l">§</multiInstanceLoopCharacteristics></task>',
        's>a a>e',
      ),
    ),
    '',
    '<extensionElements><zeebe:loopCharacteristics inputCollection="=items" /></extensionElements>',
  ],
  [
    'BT2124',
    'l',
    loop(
      `${cardinality}<completionCondition xsi:type="tFormalExpression">§</completionCondition>`,
    ),
    '=5',
    '=done &gt; 5',
  ],
  [
    'BT2125',
    'p',
    plain(`<startEvent id="s" /><task id="a" />§${flows('s>a')}`),
    '',
    `<endEvent id="e" />${flows('a>e')}`,
  ],
  [
    'BT2125',
    'u',
    plain(
      between(
        `<subProcess id="u">§<task id="a" /><endEvent id="ue" />${flows(
          'a>ue',
        )}</subProcess>`,
        's>u u>e',
      ),
    ),
    '',
    `<startEvent id="us" />${flows('us>a')}`,
  ],
  [
    'BT2126',
    'b',
    plain(`${between('<task id="a" /><task id="b" />', 's>a a>e b>e')}§`),
    '',
    flows('a>b'),
  ],
  [
    'BT2126',
    'b',
    plain(`${between('<task id="a" /><task id="b" />', 's>a a>e a>b')}§`),
    '',
    flows('b>e'),
  ],
  [
    'BT2126',
    'c',
    plain(
      `<task id="a" /><intermediateCatchEvent id="c">${timer}</intermediateCatchEvent>${flows(
        'c>a',
      )}§`,
    ),
    '',
    flows('a>c'),
  ],
  [
    'BT2127',
    'x',
    plain(
      between(
        `<§ id="t"><startEvent id="i" /><endEvent id="x"><cancelEventDefinition id="c" /></endEvent>${flows(
          'i>x',
        )}</§>`,
        's>t t>e',
      ),
    ),
    'subProcess',
    'transaction',
  ],
  [
    'BT2127',
    'b',
    plain(
      `${between(
        '<§ id="a" />',
        's>a a>e',
      )}<boundaryEvent id="b" attachedToRef="a"><cancelEventDefinition id="c" /></boundaryEvent>${flows(
        'b>e',
      )}`,
    ),
    'subProcess',
    'transaction',
  ],
  [
    'BT2128',
    'b',
    boundary(
      '',
      '<compensateEventDefinition id="x" />',
      '<task id="u" isForCompensation="true" />§',
    ),
    '',
    '<association id="as" sourceRef="b" targetRef="u" />',
  ],
  [
    'BT2128',
    'b',
    boundary(
      '',
      '<compensateEventDefinition id="x" />',
      '<task id="u" isForCompensation="§" /><association id="as" sourceRef="b" targetRef="u" />',
    ),
    'false',
    'true',
  ],
  [
    'BT2129',
    'u',
    boundary(
      '',
      '<compensateEventDefinition id="x" />',
      '<task id="u" isForCompensation="true" /><association id="as" sourceRef="b" targetRef="u" />§',
    ),
    flows('u>f'),
    '',
  ],
  [
    'BT2130',
    'm',
    linked(link('l1', 'on'), link('m1', 'on'), '§'),
    flows('s>m'),
    '',
  ],
  ['BT2131', 'l', linked(link('l1', 'on'), link('m1', '§'), ''), 'off', 'on'],
  [
    'BT2131',
    'm',
    linked(
      '<linkEventDefinition id="l1" name="on"><target>m1</target></linkEventDefinition>',
      '<linkEventDefinition id="m1" name="on">§</linkEventDefinition>',
      '',
    ),
    '<source>m1</source>',
    '<source>l1</source>',
  ],
  [
    'BT2132',
    't',
    caught(
      '<timerEventDefinition id="t"><timeDuration xsi:type="tFormalExpression">PT1S</timeDuration>§</timerEventDefinition>',
    ),
    '<timeDate xsi:type="tFormalExpression">2030-01-01T00:00:00Z</timeDate>',
    '',
  ],
  ['BT2133', 'x', choice('', `${flows('x>e')}§`), '', flows('x>f')],
  [
    'BT2134',
    'g',
    waiting('§'),
    '',
    `<intermediateCatchEvent id="t2">${timer}</intermediateCatchEvent>${flows(
      'g>t2 t2>e',
    )}`,
  ],
  [
    'BT2134',
    'a',
    waiting('<§ id="a" />', ' g>a a>e'),
    'userTask',
    'receiveTask',
  ],
  [
    'BT2134',
    'r',
    waiting('<receiveTask id="r" />§', ' g>r r>e'),
    flows('t1>r'),
    '',
  ],
  [
    'BT2135',
    'c',
    plain(
      between('<callActivity id="c" calledElement="q" />', 's>c c>e'),
      `<process id="q">${between('', 's2>e2')
        .replace('id="s" />', `id="s2">§</startEvent>`)
        .replace('id="e"', 'id="e2"')}</process>`,
    ),
    timer,
    '',
  ],
  [
    'BT2139',
    'a',
    task(
      '',
      '§<ioSpecification id="i2"><inputSet id="is2" /><outputSet id="os2" /></ioSpecification>',
    ),
    '<ioSpecification id="i1"><inputSet id="is1" /><outputSet id="os1" /></ioSpecification>',
    '',
  ],
  [
    'BT2140',
    'c',
    caught('<conditionalEventDefinition id="x">§</conditionalEventDefinition>'),
    '',
    '<condition xsi:type="tFormalExpression">=ok</condition>',
  ],
  [
    'BT2140',
    'e',
    plain(
      `<startEvent id="s" /><endEvent id="e"><signalEventDefinition id="x"§ /></endEvent>${flows(
        's>e',
      )}`,
      '<signal id="S" name="s" />',
    ),
    '',
    ' signalRef="S"',
  ],
  [
    'BT2138',
    'l',
    loop('<loopCardinality xsi:type="tFormalExpression">§</loopCardinality>'),
    '=-1',
    '=0',
  ],
  [
    'BT2150',
    'x',
    choice(
      '',
      `<sequenceFlow id="x_e" sourceRef="x" targetRef="e">${formal(
        '=a',
      )}</sequenceFlow><sequenceFlow id="x_f" sourceRef="x" targetRef="f">${formal(
        '=b',
      )}</sequenceFlow>`,
    ).replace(
      '<exclusiveGateway id="x"  />',
      '<exclusiveGateway id="x">§</exclusiveGateway>',
    ),
    '<outgoing>x_f</outgoing><outgoing>x_e</outgoing>',
    '<outgoing>x_e</outgoing><outgoing>x_f</outgoing>',
  ],
  [
    'BT2137',
    's',
    task('').replace(
      '<startEvent id="s" />',
      '<startEvent id="s"><timerEventDefinition id="t"><timeCycle xsi:type="tFormalExpression">§</timeCycle></timerEventDefinition></startEvent>',
    ),
    'daily',
    'R/2030-01-01T00:00:00Z/P1D',
  ],
  [
    'BT2102',
    'c',
    plain(
      between('<callActivity id="c" calledElement="§" />', 's>c c>e'),
      '<globalTask id="G" />',
    ),
    'gone',
    'G',
  ],
  [
    'BT2136',
    'r',
    plain(
      `<startEvent id="s">§</startEvent><receiveTask id="r" instantiate="true" /><endEvent id="e" />${flows(
        's>r r>e',
      )}`,
    ),
    timer,
    '',
  ],
];

describe('rules of processes', () => {
  it.each(faults)('%s names %s', (...fault) => expectFault(fault));

  it('have a fault for each rule', () => {
    expect(untested(structureRules, faults)).toEqual([]);
  });
});
