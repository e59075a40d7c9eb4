import type { Aggregate, Field } from '../model/model';

/** Values that the rules of a field forbid. */
export function violations(
  { name, camel: own, snake }: Aggregate,
  field: Field,
): string {
  const refused = (value: string) => `
    await assert.rejects(
      acme.create${name}({
        context: context(),
        ${own}: { ...FIRST, ${field.camel}: ${value} },
      }),
      /\\[invalid_argument\\].*${snake}\\.${field.name}/,
    );`;
  const absent = { string: "''", enum: '0', timestamp: 'undefined' };
  return [
    field.type === 'string' && refused(`'x'.repeat(${field.maxLength + 1})`),
    field.type === 'string' && refused("'\\0'"),
    field.type === 'timestamp' &&
      refused('{ seconds: 253402300800n, nanos: 0 }'),
    field.type === 'enum' && refused('99 as never'),
    'nonNegative' in field &&
      field.nonNegative &&
      refused(field.type === 'int64' ? '-1n' : '-1'),
    'required' in field &&
      field.required &&
      refused(absent[field.type as keyof typeof absent]),
  ]
    .filter(Boolean)
    .join('');
}
