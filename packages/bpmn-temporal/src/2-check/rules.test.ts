import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notBpmn } from '.';
import { compile } from '../compile';
import { MAX_SOURCE_BYTES } from '../sourceLimit';
import { dmn, expressionDecision } from '../__testUtils__/dmn';
import { drawing, message, sketch } from '../__testUtils__/drawing';
import { expectFault } from './__testUtils__/faults';
import { rules, textRules } from './rules';

const task = (inside = '', attributes = '') =>
  drawing(
    `<bpmn:startEvent id="s" /><bpmn:serviceTask id="a" ${attributes}><bpmn:extensionElements><zeebe:taskDefinition type="t" />${inside}</bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent id="e" /><bpmn:sequenceFlow id="s_a" sourceRef="s" targetRef="a" /><bpmn:sequenceFlow id="a_e" sourceRef="a" targetRef="e" />`,
  );
const element = (xml: string) =>
  drawing(
    `<bpmn:startEvent id="s" />${xml}<bpmn:endEvent id="e" /><bpmn:sequenceFlow id="s_a" sourceRef="s" targetRef="a" /><bpmn:sequenceFlow id="a_e" sourceRef="a" targetRef="e" />`,
  );
const calling = (what: string) =>
  element(
    `<bpmn:callActivity id="a"><bpmn:extensionElements><zeebe:calledElement ${what} /></bpmn:extensionElements></bpmn:callActivity>`,
  );
const flow = 'start s\njob a\nend e\ns -> a\na -> e\n';

/** A drawing that breaks each rule, and the element that is named. */
const broken: Record<
  string,
  [source: string, elementId?: string, decisions?: Record<string, string>]
> = {
  BT1001: [`<a>${' '.repeat(MAX_SOURCE_BYTES)}</a>`],
  BT1002: ['<!DOCTYPE a [<!ENTITY b "c">]><a/>'],
  BT1003: ['no xml'],
  BT1005: [drawing('<bpmn:startEvent id="s" /><bpmn:what id="w" />')],
  BT1101: [drawing('').replace('isExecutable="true"', '')],
  BT1102: [drawing('<bpmn:startEvent id="s" /><bpmn:task id="s" />'), 's'],
  BT1103: [drawing('<bpmn:startEvent />')],
  BT1104: [task('<foo:bar xmlns:foo="urn:foo" />'), 'a'],
  BT1105: [
    task('<zeebe:calledDecision decisionId="x" resultVariable="y" />'),
    'a',
  ],
  BT1106: [task('', 'xmlns:foo="urn:foo" foo:bar="1"'), 'a'],
  BT1201: [
    drawing(
      '<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="nowhere" />',
    ),
    'f',
  ],
  BT1202: [element('<bpmn:receiveTask id="a" messageRef="nowhere" />'), 'a'],
  BT1203: [sketch(`${flow}a -> s`), 's'],
  BT1204: [sketch(`${flow}e -> a`), 'e'],
  BT1205: [sketch(`${flow}end q\ntimer t on a PT1S -> q\na -> t`), 't'],
  BT1206: [sketch(`${flow}start s2\ns2 -> a`), 's2'],
  BT1207: [sketch(`${flow}job lonely`), 'lonely'],
  BT1208: [
    sketch('start s\nxor x\nend a\nend b\ns -> x\nx -> a if =ok\nx -> b'),
    'x_b',
  ],
  BT1209: [
    sketch(
      'start s\nxor x default=s_x\nend a\nend b\ns -> x\nx -> a if =ok\nx -> b if =no',
    ),
    'x',
  ],
  BT1210: [
    sketch('start s\nand f\nend e\nend g\ns -> f\nf -> e if =ok\nf -> g'),
    'f_e',
  ],
  BT1211: [
    sketch(
      'start s\nevent g\njob a\njob b\nend e\ns -> g\ng -> a\ng -> b\na -> e\nb -> e',
    ),
    'g',
  ],
  BT1212: [
    drawing(
      '<bpmn:startEvent id="s" /><bpmn:boundaryEvent id="b"><bpmn:errorEventDefinition id="d1" /></bpmn:boundaryEvent>',
    ),
    'b',
  ],
  BT1213: [sketch('start s\nxor x\ns -> x'), 'x'],
  BT1215: [calling('processId="q" bindingType="deployment"'), 'a'],
  BT1216: [parted('and j'), 'j'],
  BT1301: [
    element(
      '<bpmn:intermediateThrowEvent id="a"><bpmn:timerEventDefinition id="d1" /></bpmn:intermediateThrowEvent>',
    ),
    'a',
  ],
  BT1306: [task('', 'startQuantity="0"'), 'a'],
  BT1308: [element('<bpmn:serviceTask id="a" />'), 'a'],
  BT1309: [task().replace('type="t"', 'type="=t"'), 'a'],
  BT1310: [
    element(
      '<bpmn:scriptTask id="a"><bpmn:extensionElements><zeebe:script expression="=1" /></bpmn:extensionElements></bpmn:scriptTask>',
    ),
    'a',
  ],
  BT1311: [element('<bpmn:receiveTask id="a" />'), 'a'],
  BT1312: [
    sketch(
      'start s\ncatch a m\nend e\ns -> a\na -> e',
      '<bpmn:message id="m" name="m" />',
    ),
    'a',
  ],
  BT1313: [sketch('start s\nwait a tomorrow\nend e\ns -> a\na -> e'), 'a'],
  BT1314: [
    drawing(
      '<bpmn:startEvent id="s" /><bpmn:endEvent id="e"><bpmn:errorEventDefinition id="d1" /></bpmn:endEvent><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e" />',
    ),
    'e',
  ],
  BT1315: [
    sketch(
      `${flow}end q\nerror x on a E -> q\nerror y on a E -> q`,
      '<bpmn:error id="E" errorCode="E" />',
    ),
    'y',
  ],
  BT1317: [
    element(
      '<bpmn:businessRuleTask id="a"><bpmn:extensionElements><zeebe:calledDecision decisionId="x" resultVariable="y" /></bpmn:extensionElements></bpmn:businessRuleTask>',
    ),
    'a',
  ],
  BT1318: [
    element(
      '<bpmn:businessRuleTask id="a"><bpmn:extensionElements><zeebe:calledDecision decisionId="x" resultVariable="y" /></bpmn:extensionElements></bpmn:businessRuleTask>',
    ),
    'a',
    { 'x.dmn': dmn(expressionDecision('x', '1 +')) },
  ],
  BT1401: [
    sketch(
      'start s\nxor x default=x_b\nend a\nend b\ns -> x\nx -> a if =a >\nx -> b',
    ),
    'x_a',
  ],
  BT1402: [
    sketch(
      'start s\nxor x default=x_b\nend a\nend b\ns -> x\nx -> a if a > 1\nx -> b',
    ),
    'x_a',
  ],
  BT1405: [
    sketch(
      'start s\nxor x default=x_b\nend a\nend b\ns -> x\nx -> a if =0.1 + n = 0.3\nx -> b',
    ),
    'x_a',
  ],
  BT1403: [
    task(
      '<zeebe:ioMapping><zeebe:input source="=a" target="a b" /></zeebe:ioMapping>',
    ),
    'a',
  ],
  BT1404: [
    drawing(
      '<bpmn:startEvent id="s"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=a" target="b" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:startEvent>',
    ),
    's',
  ],
  BT1501: [
    drawing(
      '<bpmn:startEvent id="s"><bpmn:timerEventDefinition id="d1"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>',
    ),
    's',
  ],
};

/** Two activities that can be started lead to one gateway. */
function parted(gateway: string): string {
  return sketch(
    `start s\nadhoc h =["a"]\njob a\njob b\n${gateway}\njob c\na -> j\nb -> j\nj -> c\n} adHocSubProcess\nend e\ns -> h\nh -> e`,
  );
}

const all = [...textRules, ...rules, notBpmn];
/** The rules of the standard have tests of their own: rules.structure.test.ts and so on. */
const own = all.filter(({ code }) => code.startsWith('BT1'));

describe('rules', () => {
  it.each(own.map(({ code, title }) => [code, title]))('%s: %s', async code => {
    const [source, elementId, decisions] = broken[code] ?? [''];
    const { diagnostics } = await compile(source, {
      name: 'p',
      ...(decisions ? { decisions } : {}),
    });
    const found = diagnostics.filter(diagnostic => diagnostic.code === code);
    expect(found).not.toEqual([]);
    if (elementId) {
      expect(found.map(diagnostic => diagnostic.elementId)).toContain(
        elementId,
      );
      expect(found[0]?.line).toBeGreaterThan(0);
    }
    expect(found[0]?.hint).not.toBe('');
  });

  it('has one code a rule', () => {
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });

  it.each([
    ['processId="§" bindingType="deployment"', 'q', 'p'],
    ['processId="q" bindingType="§"', 'deployment', 'latest'],
    ['processId="q" bindingType="§"', 'newest', 'latest'],
    ['processId="q" bindingType="versionTag" versionTag="§"', '', 'v1'],
  ])('BT1215: <zeebe:calledElement %s /> as %j, not as %j', (what, ...values) =>
    expectFault(['BT1215', 'a', calling(what), ...values]),
  );

  it('BT1216: a gateway that merges is no fault', async () => {
    await expectFault([
      'BT1216',
      'j',
      parted('<bpmn:§Gateway id="j" />'),
      'parallel',
      'exclusive',
    ]);
  });

  it('has nothing to say about a sound drawing', async () => {
    const source = sketch(
      `${flow.replace('a -> e', 'a -> m')}catch m order\nm -> e`,
      message('order'),
    );
    expect((await compile(source, { name: 'p' })).diagnostics).toEqual([]);
  });

  it('is in the table of the README', () => {
    const readme = readFileSync(
      join(__dirname, '../../README.md'),
      'utf8',
    ).replace(/ +/g, ' ');
    for (const { code, severity, title } of all)
      expect(readme).toContain(`| ${code} | ${severity} | ${title} |`);
  });
});
