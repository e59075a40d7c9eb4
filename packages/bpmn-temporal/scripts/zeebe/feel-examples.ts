import type { JsonObject, JsonValue } from '../../src/runtime/json';

/** An expression that Camunda 8 answers otherwise, as docs/reference/feel.md has it. */
export interface FeelExample {
  readonly feel: string;
  readonly variables?: JsonObject;
  readonly here: JsonValue;
  /** `refused` where the drawing is not deployed. */
  readonly camunda: JsonValue | { readonly refused: true };
}

const flags = { items: [{ active: true }, { active: false }] };

export const feelExamples: readonly FeelExample[] = [
  { feel: '0.1 + 0.2 = 0.3', here: false, camunda: true },
  { feel: 'string(0.1 + 0.2)', here: '0.30000000000000004', camunda: '0.3' },
  {
    feel: '12345678901234567 + 1 = 12345678901234569',
    here: true,
    camunda: false,
  },
  {
    feel: '12345678901234567890 + 1',
    here: 12345678901234567000,
    camunda: -6101065172474983000,
  },
  { feel: '1e5', here: 1, camunda: { refused: true } },
  {
    feel: 'items[active]',
    variables: flags,
    here: [],
    camunda: [{ active: true }],
  },
  {
    feel: 'items[not(active)]',
    variables: flags,
    here: [],
    camunda: [{ active: false }],
  },
  {
    feel: 'median(list)',
    variables: { list: [8, 2, 10, 9] },
    here: 5,
    camunda: 8.5,
  },
  {
    feel: 'mode(list)',
    variables: { list: [10.5, 9.5, 10.5, 9.5] },
    here: [10.5, 9.5],
    camunda: [9.5, 10.5],
  },
  { feel: 'to base64("a")', here: null, camunda: 'YQ==' },
  { feel: 'duplicate values([1, 2, 1])', here: null, camunda: [1] },
  { feel: 'is blank(" ")', here: true, camunda: null },
  { feel: 'if 5 then "a" else "b"', here: 'a', camunda: 'b' },
  { feel: '[1] = 1', here: true, camunda: null },
  { feel: '5 in [10..1]', here: true, camunda: false },
  { feel: '5 between 10 and 1', here: true, camunda: false },
  { feel: '1 in null', here: null, camunda: false },
  { feel: 'list contains([[1]], [1])', here: false, camunda: true },
  { feel: 'index of([[1], [2]], [2])', here: [], camunda: [2] },
  { feel: 'sum([1, [2]])', here: 3, camunda: null },
  { feel: 'substring("abc", 0)', here: 'c', camunda: '' },
  { feel: 'matches("ab", "(?i)AB")', here: null, camunda: true },
  { feel: 'replace("a", "a", "$")', here: '$', camunda: null },
  { feel: 'string(1.0)', here: '1', camunda: '1.0' },
  { feel: 'string({a: "b"})', here: '{a: "b"}', camunda: '{a:"b"}' },
  {
    feel: 'a-b',
    variables: { 'a-b': 7, a: 3, b: 1 },
    here: 2,
    camunda: 2,
  },
];
