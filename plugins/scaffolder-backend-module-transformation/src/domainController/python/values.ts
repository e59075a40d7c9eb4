import type { Aggregate, Field } from '../model/model';
import { dict, type Expression } from './format';
import { attribute } from './names';

/** An aggregate's fields with valid values, as the source of a dict. */
export const sampleOf = (
  { fields }: Aggregate,
  which: 1 | 2,
  before = '',
): Expression =>
  dict(
    before,
    fields.map(field => [attribute(field.name), valueOf(field, which)]),
  );

/** Two different values of a field, or none. */
function valueOf(field: Field, which: 1 | 2): string {
  switch (field.type) {
    case 'string':
      return `"${String.fromCharCode(96 + which)}"`;
    case 'bool':
      return which === 2 ? 'True' : 'False';
    case 'double':
      return `${which}.0`;
    case 'timestamp':
      return `Timestamp(seconds=1_700_000_00${which})`;
    case 'enum':
      return String(Math.min(which, field.values.length));
    default:
      return String(which);
  }
}
