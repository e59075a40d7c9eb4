import {
  ScalarType,
  type DescField,
  type DescMessage,
} from '@bufbuild/protobuf';
import { textAbove } from './textAbove.ts';

type Schema = Record<string, unknown>;

const INTEGER: Schema = { type: 'integer' };
/** JSON has no numbers of 64 bits, so that these are texts. */
const LONG: Schema = { type: 'string', pattern: '^-?[0-9]+$' };

/** In the JSON that Connect speaks. */
const SCALARS: Record<ScalarType, Schema> = {
  [ScalarType.INT32]: INTEGER,
  [ScalarType.SINT32]: INTEGER,
  [ScalarType.UINT32]: INTEGER,
  [ScalarType.FIXED32]: INTEGER,
  [ScalarType.SFIXED32]: INTEGER,
  [ScalarType.INT64]: LONG,
  [ScalarType.SINT64]: LONG,
  [ScalarType.UINT64]: LONG,
  [ScalarType.FIXED64]: LONG,
  [ScalarType.SFIXED64]: LONG,
  [ScalarType.FLOAT]: { type: 'number' },
  [ScalarType.DOUBLE]: { type: 'number' },
  [ScalarType.BOOL]: { type: 'boolean' },
  [ScalarType.STRING]: { type: 'string' },
  [ScalarType.BYTES]: { type: 'string' },
};

const WELL_KNOWN: Record<string, Schema> = {
  'google.protobuf.Timestamp': { type: 'string', format: 'date-time' },
  'google.protobuf.Duration': {
    type: 'string',
    pattern: '^-?[0-9]+(\\.[0-9]+)?s$',
  },
  'google.protobuf.FieldMask': { type: 'string' },
  'google.protobuf.Struct': { type: 'object' },
  'google.protobuf.Value': {},
  'google.protobuf.ListValue': { type: 'array' },
  'google.protobuf.StringValue': { type: 'string' },
  'google.protobuf.BoolValue': { type: 'boolean' },
  'google.protobuf.Int32Value': { type: 'integer' },
  'google.protobuf.DoubleValue': { type: 'number' },
};

/** Whether a field carries the id of the request, which no model makes up. */
export const isContext = ({ message }: DescField): boolean =>
  message?.name === 'RequestContext';

/** A message as JSON Schema: what it may have; it has to have nothing. */
export function schemaOf(
  message: DescMessage,
  above: readonly string[] = [],
): Schema {
  const within = [...above, message.typeName];
  const properties = message.fields
    .filter(field => !isContext(field))
    .map(field => {
      const description = textAbove(field);
      return [
        field.jsonName,
        {
          ...schemaOfField(field, within),
          ...(description && { description }),
        },
      ] as const;
    });
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}

function schemaOfField(field: DescField, above: readonly string[]): Schema {
  const one = () => schemaOfOne(field, above);
  if (field.fieldKind === 'map') {
    return { type: 'object', additionalProperties: one() };
  }
  return field.fieldKind === 'list' ? { type: 'array', items: one() } : one();
}

function schemaOfOne(
  { enum: options, message, scalar }: DescField,
  above: readonly string[],
): Schema {
  if (options) {
    return { type: 'string', enum: options.values.map(({ name }) => name) };
  }
  if (!message) return SCALARS[scalar ?? ScalarType.STRING];
  const known = WELL_KNOWN[message.typeName];
  if (known) return known;
  // a message within itself ends here; what is in it is for the controller to look at
  return above.includes(message.typeName)
    ? { type: 'object' }
    : schemaOf(message, above);
}
