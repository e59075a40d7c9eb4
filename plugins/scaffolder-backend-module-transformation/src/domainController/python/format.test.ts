import { assign, call, dict, format, list, tuple } from './format';
import { importsOf } from './imports';

const long = (letter: string) => letter.repeat(60);

describe('Python is written as ruff formats it', () => {
  it('in one line where it fits', () => {
    expect(format(call('await f', 'a', list('', ['1', '2'])), '    ')).toBe(
      '    await f(a, [1, 2])',
    );
    expect(assign('x', dict('', [['a', '1']]))).toBe('x = {"a": 1}');
  });

  it('with the arguments in one line where these fit', () => {
    expect(format(call(long('f'), 'a', long('b')))).toBe(
      `${long('f')}(\n    a, ${long('b')}\n)`,
    );
  });

  it('with a line for each argument, and a comma after the last of several', () => {
    expect(format(call('f', long('a'), long('b')))).toBe(
      `f(\n    ${long('a')},\n    ${long('b')},\n)`,
    );
    expect(format(call('f', call('g', long('a'), long('b'))))).toBe(
      `f(\n    g(\n        ${long('a')},\n        ${long('b')},\n    )\n)`,
    );
  });

  it('with a line for each part of a literal', () => {
    expect(format(tuple(long('a'), dict('', [['b', long('b')]])))).toBe(
      `(\n    ${long('a')},\n    {"b": ${long('b')}},\n)`,
    );
  });

  it('with a value between brackets where it fits there', () => {
    expect(assign(long('x'), call(long('f'), 'a'))).toBe(
      `${long('x')} = (\n    ${long('f')}(a)\n)`,
    );
    expect(assign('x', call('f'.repeat(110), 'a'))).toBe(
      `x = ${'f'.repeat(110)}(\n    a\n)`,
    );
  });

  it('with imports in their order', () => {
    expect(
      importsOf([
        ['a.b10', 'X'],
        ['a.b9', 'X'],
        ['a', 'c'],
        [long('a'), long('B')],
      ]),
    ).toBe(
      `from a import c
from a.b9 import X
from a.b10 import X
from ${long('a')} import (
    ${long('B')},
)`,
    );
  });
});
