import { create, ScalarType, type DescField } from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import {
  timestampDate,
  timestampFromDate,
  TimestampSchema,
  type Timestamp,
} from '@bufbuild/protobuf/wkt';

/** Set by the service; what a caller says in them is not looked at. */
export const OUTPUT_ONLY: ReadonlySet<string> = new Set([
  'name',
  'etag',
  'create_time',
  'update_time',
  'state',
]);

/** The value of a field as PostgreSQL takes it: enums by name, 64-bit integers as text. */
export function toColumn(message: ReflectMessage, field: DescField): unknown {
  switch (field.fieldKind) {
    case 'scalar': {
      const value = message.get(field);
      return typeof value === 'bigint' ? value.toString() : value;
    }
    case 'enum':
      return enumName(field, message.get(field));
    case 'message':
      if (field.message.typeName !== TimestampSchema.typeName) break;
      return message.isSet(field)
        ? timestampDate(message.get(field).message as Timestamp)
        : null;
  }
  throw new Error(`${field.toString()} has no column`);
}

/** Sets a field to what PostgreSQL has. */
export function fromColumn(
  message: ReflectMessage,
  field: DescField,
  value: unknown,
): void {
  if (value === null || value === undefined) return;
  switch (field.fieldKind) {
    case 'scalar':
      message.set(
        field,
        field.scalar === ScalarType.INT64 ? BigInt(String(value)) : value,
      );
      return;
    case 'enum':
      message.set(field, enumNumber(field, String(value)));
      return;
    case 'message':
      message.set(
        field,
        reflect(
          TimestampSchema,
          create(TimestampSchema, timestampFromDate(value as Date)),
        ),
      );
      return;
  }
  throw new Error(`${field.toString()} has no column`);
}

function enumName(field: DescField & { fieldKind: 'enum' }, value: unknown) {
  const found = field.enum.value[Number(value)];
  if (!found) throw new Error(`${field.toString()} has no value ${value}`);
  return found.name;
}

function enumNumber(field: DescField & { fieldKind: 'enum' }, name: string) {
  const found = field.enum.values.find(value => value.name === name);
  if (!found) throw new Error(`${field.toString()} has no value ${name}`);
  return found.number;
}
