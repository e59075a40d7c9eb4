import { compile } from '../../compile';
import type { Rule } from '../rule';

/** A drawing with a hole `§`: what breaks the rule there, the element that is named, and what repairs it. */
export type Fault = readonly [
  code: string,
  elementId: string,
  template: string,
  broken: string,
  repaired: string,
];

/** A file of one executable process `p`, and definitions beside it; BPMN needs no prefix in it. */
export function plain(inside: string, beside = ''): string {
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="file" targetNamespace="t">
${beside}
<process id="p" isExecutable="true">${inside}</process>
</definitions>`;
}

/** The same, made for Zeebe. */
export function forZeebe(inside: string, beside = ''): string {
  return plain(inside, beside).replace(
    '<definitions ',
    '<definitions xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" ',
  );
}

/** Sequence flows in short: `a>b b>c` are the flows `a_b` and `b_c`. */
export function flows(text: string): string {
  return text
    .split(' ')
    .map(pair => {
      const [from = '', to = ''] = pair.split('>');
      return `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}" />`;
    })
    .join('');
}

/** Start and end events `s` and `e` with what is between them. */
export function between(inside: string, connected: string): string {
  return `<startEvent id="s" />${inside}<endEvent id="e" />${flows(connected)}`;
}

/** Checks that the fault is found at its element, and is gone once it is repaired. */
export async function expectFault(fault: Fault): Promise<void> {
  const [code, elementId, template, broken, repaired] = fault;
  const found = await findings(template.replaceAll('§', broken), code);
  expect(found.map(diagnostic => diagnostic.elementId)).toContain(elementId);
  expect(found[0]?.hint).not.toBe('');
  expect(await findings(template.replaceAll('§', repaired), code)).toEqual([]);
}

async function findings(source: string, code: string) {
  const { diagnostics } = await compile(source, { name: 'p' });
  return diagnostics.filter(diagnostic => diagnostic.code === code);
}

/** The rules that no fault belongs to. */
export function untested(
  rules: readonly Rule[],
  faults: readonly Fault[],
): readonly Rule[] {
  const codes = new Set(faults.map(([code]) => code));
  return rules.filter(({ code }) => !codes.has(code));
}
