import type { Aggregate, DomainModel, Field } from '../model/model';
import { lines } from '../../text/lines';
import { describedAs } from '../../text/protoComment';

const enumOf = (name: string, prefix: string, values: string[]) => [
  `  enum ${name} {`,
  ...['UNSPECIFIED', ...values].map(
    (value, i) => `    ${prefix}_${value} = ${i};`,
  ),
  '  }',
];

/** Own fields start here, so that there is room for more that all aggregates have. */
const FIRST_NUMBER = 11;

/** The message of an aggregate. */
export function aggregateProto(
  { protoPackage }: DomainModel,
  aggregate: Aggregate,
): string {
  const { name, collection, description, fields, states } = aggregate;
  return `${lines(
    'syntax = "proto3";',
    '',
    `package ${protoPackage};`,
    '',
    'import "buf/validate/validate.proto";',
    'import "google/protobuf/timestamp.proto";',
    '',
    describedAs(`${name} is an aggregate`, description),
    `message ${name} {`,
    ...(states.length
      ? [
          `  // Where the ${name} is in its life.`,
          ...enumOf('State', 'STATE', states),
          '',
        ]
      : []),
    ...fields.flatMap(field =>
      field.type === 'enum'
        ? [
            `  // Values of ${field.name}.`,
            ...enumOf(field.enumName, field.prefix, field.values),
            '',
          ]
        : [],
    ),
    `  // tenants/{tenant}/${collection}/{uuid}, given by the service.`,
    '  string name = 1 [(buf.validate.field).string.max_len = 300];',
    '  // Changes whenever anything in it does; sent back, it keeps one from overwriting what is newer.',
    '  string etag = 2 [(buf.validate.field).string.max_len = 64];',
    '  // Set by the service.',
    '  google.protobuf.Timestamp create_time = 3;',
    '  // Set by the service.',
    '  google.protobuf.Timestamp update_time = 4;',
    states.length > 0 &&
      '  // Set by the service; business commands change it.',
    states.length > 0 && '  State state = 5;',
    ...fields.flatMap((field, i) => [
      describedAs(`Field ${field.name}`, field.description, '  '),
      `  ${typeOf(field)} ${field.name} = ${FIRST_NUMBER + i}${rulesOf(
        field,
      )};`,
    ]),
    '}',
  )}\n`;
}

function typeOf(field: Field): string {
  switch (field.type) {
    case 'timestamp':
      return 'google.protobuf.Timestamp';
    case 'enum':
      return field.enumName;
    default:
      return field.type;
  }
}

/** Rules that hold for every value, also where an update says nothing of the field. */
function rulesOf(field: Field): string {
  switch (field.type) {
    case 'string':
      // PostgreSQL stores every character but this one
      return ` [(buf.validate.field).string = {max_len: ${field.maxLength}, not_contains: "\\000"}]`;
    case 'timestamp':
      // the years 1 to 9999, which is what JSON of a Timestamp can say
      return ' [(buf.validate.field).timestamp = {gte: {seconds: -62135596800}, lte: {seconds: 253402300799, nanos: 999999999}}]';
    case 'enum':
      return ' [(buf.validate.field).enum.defined_only = true]';
    case 'int32':
    case 'int64':
      return field.nonNegative
        ? ` [(buf.validate.field).${field.type}.gte = 0]`
        : '';
    case 'double':
      return ` [(buf.validate.field).double = {finite: true${
        field.nonNegative ? ', gte: 0' : ''
      }}]`;
    default:
      return '';
  }
}
