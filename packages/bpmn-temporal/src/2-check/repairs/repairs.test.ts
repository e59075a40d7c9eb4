import { drawing, message, sketch } from '../../__testUtils__/drawing';
import { compile } from '../../compile';
import type { CompileOptions, Diagnostic } from '../../types';
import { rules } from '../rules';
import { accepted, repairs } from '.';

type Mode = Pick<CompileOptions, 'stub' | 'lenient'>;

async function compiled(source: string, mode: Mode = {}) {
  const { files, diagnostics } = await compile(source, { name: 'p', ...mode });
  const content = (name: string) =>
    files.find(({ path }) => path.endsWith(name))?.content ?? '';
  const told = (severity: Diagnostic['severity']) =>
    diagnostics
      .filter(diagnostic => diagnostic.severity === severity)
      .map(({ code, elementId }) => `${code} ${elementId}`);
  return {
    workflow: content('.workflow.gen.ts'),
    jobs: content('src/jobs.gen.ts'),
    errors: told('error'),
    warnings: told('warning'),
  };
}

/** Refused as it is; mended leniently, with a warning of the same code at the same element. */
async function mends(source: string, finding: string): Promise<string> {
  expect((await compiled(source)).errors).toContain(finding);
  const { workflow, errors, warnings } = await compiled(source, {
    lenient: true,
  });
  expect(errors).toEqual([]);
  expect(warnings).toContain(finding);
  return workflow;
}

const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${condition}</bpmn:sequenceFlow>`;
const formal = (body: string, name = 'conditionExpression') =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression">${body}</bpmn:${name}>`;
/** start → what is given, whose first id is `a` → end */
const between = (inside: string, beside = '') =>
  drawing(
    `<bpmn:startEvent id="s" />${flow('s', 'a')}${inside}${flow(
      'a',
      'e',
    )}<bpmn:endEvent id="e" />`,
    beside,
  );
const choice = (kind: string, first: string, second = '') =>
  drawing(
    `<bpmn:startEvent id="s" />${flow(
      's',
      'x',
    )}<bpmn:${kind} id="x" name="Is it OK?" />
     ${flow('x', 'a', first)}${flow('x', 'b', second)}
     <bpmn:userTask id="a" name="Pay" /><bpmn:userTask id="b" name="Reject" />
     ${flow('a', 'e')}${flow('b', 'e')}<bpmn:endEvent id="e" />`,
  );

it('lets a call go to the newest version where it is bound to none', async () => {
  const workflow = await mends(
    between(
      '<bpmn:callActivity id="a"><bpmn:extensionElements><zeebe:calledElement processId="q" bindingType="deployment" /></bpmn:extensionElements></bpmn:callActivity>',
    ),
    'BT1215 a',
  );
  expect(workflow).not.toContain('binding');
});

describe('every rule that refuses', () => {
  /** What no repair can know. */
  const final = ['BT1102', 'BT1216', 'BT2141'];

  it('has a repair, is accepted with a reason, or is known to stay', () => {
    const known = new Set([
      ...repairs.flatMap(({ codes }) => codes),
      ...Object.keys(accepted),
      ...final,
    ]);
    const refusing = rules
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    expect(refusing.filter(code => !known.has(code))).toEqual([]);
  });

  it('has one repair at most', () => {
    const codes = repairs.flatMap(repair => repair.codes);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('stub', () => {
  const task = between('<bpmn:serviceTask id="a" name="Check the Invoice" />');

  it('makes a job named after the element, and warns of it', async () => {
    expect((await compiled(task)).errors).toEqual(['BT1308 a']);
    const { workflow, errors, warnings } = await compiled(task, { stub: true });
    expect(errors).toEqual([]);
    expect(warnings).toEqual(['BT1308 a']);
    expect(workflow).toContain("job: 'check-the-invoice'");
  });

  it.each([
    '<bpmn:scriptTask id="a" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    '<bpmn:businessRuleTask id="a" />',
    '<bpmn:callActivity id="a" />',
    '<bpmn:businessRuleTask id="a"><bpmn:extensionElements><zeebe:calledDecision decisionId="gone" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>',
  ])('makes one of %s', async element => {
    const { errors, workflow } = await compiled(between(element), {
      stub: true,
    });
    expect(errors).toEqual([]);
    expect(workflow).toContain("= job('a'");
  });

  it('mends nothing else', async () => {
    const source = choice('exclusiveGateway', formal('when it is paid'));
    expect((await compiled(source, { stub: true })).errors).toEqual(
      (await compiled(source)).errors,
    );
  });
});

describe('decisions', () => {
  it('are made by a job that answers a flow by name, where conditions are words', async () => {
    const workflow = await mends(
      choice('exclusiveGateway', formal('paid'), formal('not paid')),
      'BT1402 x_a',
    );
    expect(workflow).toContain("job: 'decide-is-it-ok'");
    expect(workflow).toContain(`feel('x = "Pay"'`);
    expect(workflow).toContain(`feel('x = "Reject"'`);
    expect(workflow).toMatch(
      /isItOkServiceTask\(scope\);.*\n.*isItOk\(scope\)/,
    );
  });

  it('are typed by the names of the flows', async () => {
    const source = choice('exclusiveGateway', formal('paid'), formal('no'));
    const { jobs } = await compiled(source, { lenient: true });
    expect(jobs).toContain("flow: 'Pay' | 'Reject';");
  });

  it('may be several flows behind an inclusive gateway', async () => {
    const workflow = await mends(
      choice('inclusiveGateway', formal('paid'), formal('not paid')),
      'BT1402 x_a',
    );
    expect(workflow).toContain(`feel('list contains(x, "Pay")'`);
  });

  it('are translated where FEEL says the same', async () => {
    const workflow = await mends(
      choice('exclusiveGateway', formal('${a == 1}'), formal('a != 1')),
      'BT1402 x_a',
    );
    expect(workflow).toContain("feel('a = 1'");
    expect(workflow).not.toContain('job(');
  });

  it('have the only flow without a condition as the default', async () => {
    const workflow = await mends(
      choice('exclusiveGateway', formal('=ok')),
      'BT1208 x_b',
    );
    expect(workflow).toContain("otherwise: 'x_b'");
  });

  it('replace an event-based gateway that leads to no events', async () => {
    const workflow = await mends(choice('eventBasedGateway', ''), 'BT2134 a');
    expect(workflow).toContain("job: 'decide-is-it-ok'");
  });

  it('stand behind an activity whose flows have conditions of words', async () => {
    const workflow = await mends(
      choice('userTask', formal('paid'), formal('not paid')),
      'BT1402 x_a',
    );
    expect(workflow).toContain("inclusiveGateway('x_choice'");
  });
});

const cases: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'runs a process that does not say that it is to be run',
    sketch('start s\nuser a\nend e\ns -> a\na -> e').replace(
      ' isExecutable="true"',
      '',
    ),
    'BT1101 undefined',
    /a\(scope\)/,
  ],
  [
    'tells two elements of one id apart',
    sketch('start s\nuser a\nend e\ns -> a\na -> e').replace(
      '<bpmn:endEvent id="e" />',
      '<bpmn:endEvent id="e" /><bpmn:userTask id="a" />',
    ),
    'BT1102 a',
    /a\(scope\)/,
  ],
  [
    'reads ids that begin with a digit or have signs in them',
    sketch('start s\nuser a\nend e\ns -> a\na -> e').replace(
      /"a"/g,
      '"1 Prüfung"',
    ),
    'BT1005 1 Prüfung',
    /'_1_Pr_fung'/,
  ],
  [
    'names what has no id',
    between('<bpmn:userTask id="a" />').replace(
      '<bpmn:endEvent id="e" />',
      '<bpmn:endEvent />',
    ),
    'BT1103 undefined',
    /a\(scope\)/,
  ],
  [
    'leaves out a flow to nowhere',
    between(`<bpmn:userTask id="a" />${flow('a', 'nowhere')}`),
    'BT1201 a_nowhere',
    /a\(scope\)/,
  ],
  [
    'leads a flow back to the start behind it',
    sketch(
      'start s\nuser a\nxor x default=x_e\nend e\ns -> a\na -> x\nx -> s if =again\nx -> e',
    ),
    'BT1203 s',
    /for \(;;\)/,
  ],
  [
    'goes on behind an end event',
    sketch('start s\nend m\nuser a\nend e\ns -> m\nm -> a\na -> e'),
    'BT1204 m',
    /m\(scope\)[^]*a\(scope\)/,
  ],
  [
    'leaves out a flow to a boundary event',
    sketch(
      'start s\nuser a\ntimer t on a PT1S -> e\nend e\ns -> a\na -> e\ns -> t',
    ),
    'BT1205 t',
    /a\(scope\)/,
  ],
  [
    'tells further none starts apart by messages',
    sketch('start s\nstart r\nuser a\nend e\ns -> a\nr -> a\na -> e'),
    'BT1206 r',
    /r: .*|'r'/,
  ],
  [
    'ends behind a boundary event without a flow',
    between(
      '<bpmn:userTask id="a" /><bpmn:boundaryEvent id="t" attachedToRef="a"><bpmn:timerEventDefinition id="td"><bpmn:timeDuration>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>',
    ),
    'BT1212 t',
    /'t_end'/,
  ],
  [
    'names a message after its event, which finds the instance by its business key',
    between(
      '<bpmn:intermediateCatchEvent id="a" name="Paid"><bpmn:messageEventDefinition id="md" /></bpmn:intermediateCatchEvent>',
    ),
    'BT1312 a',
    /message: 'Paid',\s+correlationKey: feel\('businessKey'/,
  ],
  [
    'waits as long as a variable says where the timer tells it in words',
    between(
      '<bpmn:intermediateCatchEvent id="a" name="7 days"><bpmn:timerEventDefinition id="td"><bpmn:timeDuration>some days</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
    ),
    'BT1313 a',
    /_7DaysDuration/,
  ],
  [
    'starts by hand what a timer without a time would start',
    between('<bpmn:userTask id="a" />').replace(
      '<bpmn:startEvent id="s" />',
      '<bpmn:startEvent id="s"><bpmn:timerEventDefinition id="td" /></bpmn:startEvent>',
    ),
    'BT2137 s',
    /pass\('s'/,
  ],
  [
    'throws an error with the name of its event as code',
    between('<bpmn:userTask id="a" />').replace(
      '<bpmn:endEvent id="e" />',
      '<bpmn:endEvent id="e" name="No stock"><bpmn:errorEventDefinition id="ed" /></bpmn:endEvent>',
    ),
    'BT1314 e',
    /'No stock'/,
  ],
  [
    'takes the second of two catchers of an error away',
    sketch(
      'start s\nuser a\nerror x on a E -> e\nerror y on a E -> e\nend e\ns -> a\na -> e',
      '<bpmn:error id="E" errorCode="E" />',
    ),
    'BT1315 y',
    /error: 'E'/,
  ],
  [
    'leaves out a mapping that can not be read, and a job does a script that can not',
    sketch('start s\nscript a r =1+(\nend e\ns -> a\na -> e'),
    'BT1401 a',
    /job: 'a'/,
  ],
  [
    'waits for a signal named after the event',
    between(
      '<bpmn:intermediateCatchEvent id="a" name="Closed"><bpmn:signalEventDefinition id="sd" /></bpmn:intermediateCatchEvent>',
    ),
    'BT2140 a',
    /signal: 'Closed'/,
  ],
  [
    'waits for a message at a boundary that waits for nothing',
    between(
      `<bpmn:userTask id="a" /><bpmn:boundaryEvent id="t" name="Stop" attachedToRef="a" />${flow(
        't',
        'e',
      )}`,
    ),
    'BT2121 t',
    /message: 'Stop'/,
  ],
  [
    'repeats for each entry of a variable',
    between(
      '<bpmn:userTask id="a" name="Ask reviewer"><bpmn:multiInstanceLoopCharacteristics id="l" /></bpmn:userTask>',
    ),
    'BT2123 l',
    /in: feel\('askReviewerItems'.*as: 'askReviewerItem'/,
  ],
  [
    'makes a subprocess of an ad-hoc one with a start',
    between(
      `<bpmn:adHocSubProcess id="a"><bpmn:startEvent id="i" />${flow(
        'i',
        'j',
      )}<bpmn:userTask id="j" /></bpmn:adHocSubProcess>`,
    ),
    'BT2122 i',
    /subProcess\('a'/,
  ],
  [
    'takes the activity that a compensation event leads to as its handler',
    between(
      `<bpmn:userTask id="a" /><bpmn:boundaryEvent id="c" attachedToRef="a"><bpmn:compensateEventDefinition id="cd" /></bpmn:boundaryEvent><bpmn:userTask id="u" />${flow(
        'c',
        'u',
      )}`,
    ),
    'BT2128 c',
    /u\(scope\)/,
  ],
  [
    'passes a link to nowhere',
    between(
      `<bpmn:userTask id="a" /><bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition id="ld" name="x" /></bpmn:intermediateThrowEvent>${flow(
        'a',
        'l',
      )}`,
    ),
    'BT2131 l',
    /a\(scope\)/,
  ],
  [
    'passes a gateway of one way in and one out',
    sketch('start s\nand g\nuser a\nend e\ns -> g\ng -> a\na -> e'),
    'BT2133 g',
    /a\(scope\)/,
  ],
  [
    'ends without an end event',
    sketch('start s\nuser a\ns -> a'),
    'BT2125 p',
    /a\(scope\)/,
  ],
  [
    'leaves out what another tool says',
    between(
      '<bpmn:userTask id="a"><bpmn:extensionElements><acme:rule xmlns:acme="urn:acme" /></bpmn:extensionElements></bpmn:userTask>',
    ),
    'BT1104 a',
    /a\(scope\)/,
  ],
  [
    'cancels nothing where there is no transaction',
    between('<bpmn:userTask id="a" />').replace(
      '<bpmn:endEvent id="e" />',
      '<bpmn:endEvent id="e"><bpmn:cancelEventDefinition id="cd" /></bpmn:endEvent>',
    ),
    'BT2127 e',
    /endEvent\('e'/,
  ],
];

describe('lenient', () => {
  it.each(cases)('%s', async (_what, source, finding, expected) => {
    expect(await mends(source, finding)).toMatch(expected);
  });

  it('says what was done in the hint, and keeps the message of the rule', async () => {
    const source = between('<bpmn:serviceTask id="a" />');
    const [strict] = (await compile(source, { name: 'p' })).diagnostics;
    const [lenient] = (await compile(source, { name: 'p', lenient: true }))
      .diagnostics;
    expect(lenient).toEqual({
      ...strict,
      severity: 'warning',
      hint: expect.stringContaining('A job named after the element'),
    });
  });

  it('lets a job decide between flows that leave a start event on constants', async () => {
    const source = drawing(
      `<bpmn:startEvent id="s" />${flow('s', 'a', formal('"yes"'))}${flow(
        's',
        'b',
        formal('42'),
      )}<bpmn:userTask id="a" name="Pay" /><bpmn:userTask id="b" name="Reject" />`,
    );
    const { workflow, errors } = await compiled(source, { lenient: true });
    expect(errors).toEqual([]);
    expect(workflow).toMatch(/\['s_a', feel\(/);
    expect(workflow).toMatch(/\['s_b', feel\(/);
  });

  it('changes nothing of a drawing that needs no repair', async () => {
    const source = sketch(
      'start s\nuser a\ncatch c m\nend e\ns -> a\na -> c\nc -> e',
      message('m'),
    );
    expect(await compile(source, { name: 'p', lenient: true })).toEqual(
      await compile(source, { name: 'p' }),
    );
  });

  it('refuses what no repair can know', async () => {
    expect((await compiled('no XML', { lenient: true })).errors).toEqual([
      'BT1003 undefined',
    ]);
    const empty =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" />';
    expect((await compiled(empty, { lenient: true })).errors).toEqual([
      'BT1101 undefined',
    ]);
  });
});
