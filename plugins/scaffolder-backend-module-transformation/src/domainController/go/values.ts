import type { Aggregate, Field } from '../model/model';
import { aligned } from './aligned';
import { goAggregate } from './names';

/** An aggregate with valid values in all fields, as gofmt writes it. */
export function sampleOf(
  api: string,
  aggregate: Aggregate,
  which: 1 | 2,
): string {
  const { type, fields } = goAggregate(aggregate);
  return `&${api}.${type}{\n${aligned(
    '\t\t\t',
    aggregate.fields.map(field => [
      `${fields[field.name]}:`,
      `${valueOf(api, type, field, which)},`,
    ]),
  )}\t\t}`;
}

/** Two different values of a field, or one where it has no more. */
function valueOf(
  api: string,
  type: string,
  field: Field,
  which: 1 | 2,
): string {
  switch (field.type) {
    case 'string':
      return `"${String.fromCharCode(96 + which)}"`;
    case 'bool':
      return String(which === 2);
    case 'timestamp':
      return `&timestamppb.Timestamp{Seconds: 1_700_000_00${which}}`;
    case 'enum': {
      const value = field.values[Math.min(which, field.values.length) - 1];
      return `${api}.${type}_${field.prefix}_${value}`;
    }
    default:
      return String(which);
  }
}
