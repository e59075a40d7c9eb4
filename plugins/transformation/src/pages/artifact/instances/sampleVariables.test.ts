import { aProcess } from '../../../__testUtils__/samples';
import { fieldKind, sampleVariables } from './sampleVariables';

describe('sampleVariables', () => {
  it('offers what the process reads and none of its steps gives', () => {
    expect(sampleVariables(aProcess)).toEqual({ orderId: null });
  });

  it('offers what a step reads before it gives it', () => {
    const process = {
      ...aProcess,
      jobs: [
        {
          type: 'capture',
          elementIds: ['Capture'],
          input: ['score'],
          output: ['score'],
        },
      ],
    };
    expect(sampleVariables(process)).toEqual({ orderId: null, score: null });
  });

  it('offers nothing where nothing is known', () => {
    expect(sampleVariables(undefined)).toEqual({});
  });
});

describe('fieldKind', () => {
  it.each([
    ['discount', 'number'],
    ['approved', 'boolean'],
    ['orderId', 'text'],
    ['unknown', 'json'],
  ])('%s is edited as %s', (name, kind) => {
    expect(fieldKind(name, aProcess)).toBe(kind);
  });

  it('takes a decision for a decision even where its type is not known', () => {
    expect(fieldKind('approved')).toBe('boolean');
  });
});
