import { parse } from 'yaml';
import { markdown } from './markdown';
import { describedAs, protoComment } from './protoComment';
import { sqlName, sqlString } from './sql';
import { yaml } from './yaml';

describe('texts of parameters stay in their place', () => {
  it('in a comment of a proto, whatever ends a line somewhere', () => {
    expect(protoComment('a\nb\r\u2028c\u0000d')).toBe('// a b c d');
    expect(describedAs('X', 'buf:lint:ignore ALL')).toBe(
      '// X: buf:lint:ignore ALL',
    );
  });

  it('in a literal and in a name of SQL', () => {
    expect(sqlString("'; DROP TABLE x; --\\")).toBe("'''; DROP TABLE x; --\\'");
    expect(sqlName('a"b')).toBe('"a""b"');
  });

  it('in Markdown', () => {
    expect(markdown('<b> [x](y) `z` *a* ${b} https://x.test')).toBe(
      '\\<b\\> \\[x\\](y) \\`z\\` \\*a\\* \\$\\{b\\} https\\://x.test',
    );
    expect(markdown('- a')).toBe('\\- a');
    expect(markdown('1. a')).toBe('1\\. a');
  });

  it.each(['*a', '&a', 'a: b', '# a', '{{ a }}', '- a', 'yes', '!!js/x', "'"])(
    'in YAML: %s',
    text => {
      expect(parse(yaml({ text }))).toEqual({ text });
    },
  );
});
