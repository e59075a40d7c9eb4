import type { Aggregate, Field } from './model/model';
import { lines } from '../text/lines';
import { sqlName, sqlString } from '../text/sql';

const enumValues = (prefix: string, values: string[]) =>
  values.map(value => sqlString(`${prefix}_${value}`)).join(', ');

/** The table of an aggregate, which no tenant sees another's rows of. */
export function migration(aggregate: Aggregate): string {
  const { table, description, fields, states, name } = aggregate;
  const relation = sqlName(table);
  return `${lines(
    `CREATE TABLE ${relation} (`,
    '  tenant_id   text        NOT NULL,',
    '  id          uuid        NOT NULL,',
    '  version     bigint      NOT NULL DEFAULT 1,',
    '  create_time timestamptz NOT NULL DEFAULT now(),',
    '  update_time timestamptz NOT NULL DEFAULT now(),',
    states.length > 0 &&
      `  state       text        NOT NULL DEFAULT 'STATE_${
        states[0]
      }' CHECK (state IN (${enumValues('STATE', states)})),`,
    ...fields.map(field => `  ${sqlName(field.name)} ${columnOf(field)},`),
    '  PRIMARY KEY (tenant_id, id)',
    ');',
    `ALTER TABLE ${relation} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${relation} FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY tenant ON ${relation}`,
    '  USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());',
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ${relation} TO service_application;`,
    `COMMENT ON TABLE ${relation} IS ${sqlString(description || name)};`,
    ...fields
      .filter(field => field.description)
      .map(
        field =>
          `COMMENT ON COLUMN ${relation}.${sqlName(field.name)} IS ${sqlString(
            field.description,
          )};`,
      ),
  )}\n`;
}

function columnOf(field: Field): string {
  const column = sqlName(field.name);
  switch (field.type) {
    case 'string':
      return `text NOT NULL CHECK (char_length(${column}) <= ${field.maxLength})`;
    case 'bool':
      return 'boolean NOT NULL';
    case 'timestamp':
      return field.required ? 'timestamptz NOT NULL' : 'timestamptz';
    case 'enum':
      return `text NOT NULL CHECK (${column} IN (${enumValues(field.prefix, [
        'UNSPECIFIED',
        ...field.values,
      ])}))`;
    default: {
      const type = {
        int32: 'integer',
        int64: 'bigint',
        double: 'double precision',
      }[field.type];
      return `${type} NOT NULL${
        field.nonNegative ? ` CHECK (${column} >= 0)` : ''
      }`;
    }
  }
}
