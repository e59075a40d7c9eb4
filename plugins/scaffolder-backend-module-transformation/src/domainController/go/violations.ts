import type { Aggregate, Field } from '../model/model';

/** Values that the rules of an aggregate's fields forbid. */
export function violationsOf({ snake, fields }: Aggregate): string {
  const lines = fields.flatMap(field =>
    forbidden(field).map(
      value => `\t\t\t{"${snake}.${field.name}", ${value}},\n`,
    ),
  );
  return lines.length
    ? `\t\tviolations: []violation{\n${lines.join('')}\t\t},\n`
    : '';
}

function forbidden(field: Field): string[] {
  const required = 'required' in field && field.required;
  switch (field.type) {
    case 'string':
      return [
        `strings.Repeat("x", ${field.maxLength + 1})`,
        '"\\x00"',
        ...(required ? ['""'] : []),
      ];
    case 'timestamp':
      return [
        '&timestamppb.Timestamp{Seconds: 253_402_300_800}',
        ...(required ? ['nil'] : []),
      ];
    case 'enum':
      return ['99', ...(required ? ['0'] : [])];
    case 'bool':
      return [];
    default:
      return field.nonNegative ? ['-1'] : [];
  }
}
