import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, Edge } from '../../src/definition/model.ts';
import { choose, holds } from '../../src/graph/conditions.ts';

const VALUES = {
  think: { score: 3, tags: ['a'], text: 'yes, please', none: null },
  list: [{ id: 1 }],
};

describe('a condition', () => {
  for (const [path, operator, value, expected] of [
    ['think.score', 'equals', 3, true],
    ['think.score', 'notEquals', 3, false],
    ['think.score', 'lessThan', 4, true],
    ['think.score', 'atMost', 3, true],
    ['think.score', 'greaterThan', 3, false],
    ['think.score', 'atLeast', 3, true],
    ['think.score', 'lessThan', '4', false],
    ['think.nothing', 'lessThan', 4, false],
    ['think.text', 'contains', 'yes', true],
    ['think.text', 'contains', 1, false],
    ['think.tags', 'contains', 'a', true],
    ['think.score', 'contains', '3', false],
    ['think.none', 'equals', null, true],
    ['think.none', 'exists', undefined, false],
    ['list.0.id', 'equals', 1, true],
    ['list.1.id', 'exists', undefined, false],
    ['list.length', 'exists', undefined, false],
    ['think.score', 'exists', undefined, true],
    ['think.nothing', 'notExists', undefined, true],
    // what an object inherits is no value
    ['think.constructor', 'exists', undefined, false],
    ['think.__proto__', 'exists', undefined, false],
  ] as const) {
    it(`${path} ${operator} ${String(value)} is ${expected}`, () => {
      assert.equal(holds({ path, operator, value }, VALUES), expected);
    });
  }

  it('is looked at in order, and all of an edge have to hold', () => {
    const edge = (to: string, ...conditions: Condition[]): Edge => ({
      id: to,
      from: 'think',
      to,
      conditions,
    });
    const high = {
      path: 'think.score',
      operator: 'atLeast',
      value: 3,
    } as const;
    const short = {
      path: 'think.text',
      operator: 'equals',
      value: 'yes',
    } as const;
    const edges = [edge('a', high, short), edge('b', high), edge('c')];
    assert.equal(choose('think', edges, VALUES), 'b');
    assert.equal(choose('think', [edge('a', short), edge('c')], VALUES), 'c');
    assert.throws(() => choose('think', [edge('a', short)], VALUES), {
      name: 'NoWayError',
      message: /leaves think/,
    });
  });
});
