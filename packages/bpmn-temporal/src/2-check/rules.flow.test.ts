import {
  between,
  expectFault,
  flows,
  forZeebe,
  plain,
  untested,
} from './__testUtils__/faults';
import type { Fault } from './__testUtils__/faults';
import { flowRules } from './rules/flow';

/** A split, two branches, and a join. */
const block = (split: string, join: string) =>
  plain(
    between(
      `<${split} id="x" /><task id="a" /><task id="b" /><${join} id="j" /><task id="c" />`,
      's>x x>a x>b a>j b>j j>c c>e',
    ),
  );
const looped = (inside: string) =>
  forZeebe(
    `<startEvent id="s" /><exclusiveGateway id="m" />${inside}<exclusiveGateway id="x" default="x_e" /><endEvent id="e" />${flows(
      's>m m>a a>x x>e',
    )}<sequenceFlow id="x_m" sourceRef="x" targetRef="m"><conditionExpression xsi:type="tFormalExpression">=again</conditionExpression></sequenceFlow>`,
  );
const job =
  '<extensionElements><zeebe:taskDefinition type="t" /></extensionElements>';

const faults: readonly Fault[] = [
  [
    'BT2151',
    'j',
    block('§', 'parallelGateway'),
    'exclusiveGateway',
    'parallelGateway',
  ],
  [
    'BT2151',
    'j',
    block('inclusiveGateway', '§'),
    'parallelGateway',
    'inclusiveGateway',
  ],
  [
    'BT2151',
    'j',
    plain(
      `${between(
        '<task id="a" /><parallelGateway id="j" />',
        's>a a>j j>e b>j',
      )}<boundaryEvent id="b" attachedToRef="a" cancelActivity="§"><signalEventDefinition id="d1" /></boundaryEvent>`,
    ),
    'true',
    'false',
  ],
  [
    'BT2152',
    'j',
    block('parallelGateway', '§'),
    'exclusiveGateway',
    'parallelGateway',
  ],
  [
    'BT2152',
    'j',
    block('inclusiveGateway', '§'),
    'exclusiveGateway',
    'inclusiveGateway',
  ],
  [
    'BT2153',
    'c',
    block('§', 'parallelGateway'),
    'eventBasedGateway',
    'parallelGateway',
  ],
  [
    'BT2154',
    'm',
    looped('<§</scriptTask>'),
    'scriptTask id="a"><extensionElements><zeebe:script expression="=n + 1" resultVariable="n" /></extensionElements>',
    `scriptTask id="a">${job}`,
  ],
];

describe('warnings about the flow', () => {
  it.each(faults)('%s names %s', (...fault) => expectFault(fault));

  it('have a fault for each rule', () => {
    expect(untested(flowRules, faults)).toEqual([]);
  });
});
