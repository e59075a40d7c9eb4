import type { Aggregate, Field } from '../model/model';

/** An aggregate's fields with valid values, as the source of an object. */
export function sampleOf({ fields }: Aggregate, which: 1 | 2): string {
  return `{ ${fields
    .map(field => `${field.camel}: ${valueOf(field, which)}`)
    .join(', ')} }`;
}

/** Two different values of a field that JSON and TypeScript write alike, or none. */
function valueOf(field: Field, which: 1 | 2): string {
  switch (field.type) {
    case 'string':
      return `'${String.fromCharCode(96 + which)}'`;
    case 'bool':
      return String(which === 2);
    case 'int64':
      return `${which}n`;
    case 'timestamp':
      return `{ seconds: ${1_700_000_000 + which}n, nanos: 0 }`;
    case 'enum':
      return String(Math.min(which, field.values.length));
    default:
      return String(which);
  }
}
