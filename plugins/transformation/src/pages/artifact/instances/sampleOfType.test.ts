import { sampleOfType } from './sampleOfType';

describe('sampleOfType', () => {
  it.each([
    ['string', null],
    ['JsonValue', null],
    [
      '{ a: number; b: JsonValue; [more: string]: JsonValue }',
      { a: null, b: null },
    ],
    [
      '{ a: { b: string; c: string[] }; d?: number }',
      { a: { b: null, c: null }, d: null },
    ],
    ['{}', {}],
    ['{ a: string }[]', null],
  ])('%s', (type, sample) => {
    expect(sampleOfType(type)).toEqual(sample);
  });
});
