import { RESERVED_FIELDS } from './reserved';
import { apiName, type Aggregate, type DomainModel } from './model';

/** Messages that the template adds, and that are imported. */
const MESSAGES = ['RequestContext', 'Timestamp', 'FieldMask'];
/** Tables that the template adds, and the one of Flyway. */
const TABLES = ['outbox', 'idempotency_keys', 'flyway_schema_history'];

/** Of a name in the catalog. */
const LONGEST = 63;

/** Fields of the methods' messages, which the aggregate is a field of, too. */
const BESIDE = [
  ...['context', 'update_mask', 'page_size', 'page_token'],
  'next_page_token',
];

/**
 * What no JSON Schema can say: names that would meet in one place, and states
 * that nothing declares.
 *
 * @returns one sentence for each problem
 */
export function findConflicts(model: DomainModel): string[] {
  const { aggregates } = model;
  return [
    ...aggregates
      .map(aggregate => apiName(model, aggregate))
      .filter(name => name.length > LONGEST)
      .map(name => `the name ${name} would be too long for the catalog`),
    ...twice('message', [...MESSAGES, ...aggregates.flatMap(messagesOf)]),
    ...twice('table', [...TABLES, ...aggregates.map(({ table }) => table)]),
    ...twice(
      'collection',
      aggregates.map(({ collection }) => collection),
    ),
    ...twice(
      'file',
      aggregates.flatMap(({ snake }) => [snake, `${snake}_service`]),
    ),
    ...aggregates.flatMap(findConflictsWithin),
  ];
}

function findConflictsWithin(aggregate: Aggregate): string[] {
  const { name, fields, states, commands, snake, table } = aggregate;
  const problems = [
    ...twice(
      `field of ${name}`,
      fields.map(field => field.camel),
    ),
    ...twice(`state of ${name}`, ['UNSPECIFIED', ...states]),
    ...twice(
      `method of ${name}`,
      // languages write them in their own way, and not all keep capitals apart
      commands.map(({ method }) => method.toLowerCase()),
    ),
    ...twice(`event of ${name}`, [
      ...['Created', 'Updated', 'Deleted'].map(what => `${name}${what}`),
      ...new Set(commands.map(({ event }) => event)),
    ]),
    ...twice(`value of ${name}`, [
      ...states.map(state => `STATE_${state}`),
      ...fields.flatMap(field =>
        field.type === 'enum'
          ? ['UNSPECIFIED', ...field.values].map(
              value => `${field.prefix}_${value}`,
            )
          : [],
      ),
    ]),
  ];
  if (
    [...BESIDE, ...RESERVED_FIELDS].some(
      word => word === snake || word === table,
    )
  ) {
    problems.push(`an aggregate cannot be called ${name}`);
  }
  for (const command of commands) {
    const unknown = [...command.from, command.to].filter(
      state => !states.includes(state),
    );
    if (unknown.length) {
      problems.push(
        `${command.method} speaks of ${unknown.join(
          ', ',
        )}, which is no state of ${name}`,
      );
    }
  }
  return problems;
}

/** All messages of an aggregate, and its service. */
export function messagesOf({ name, plural, commands }: Aggregate): string[] {
  const methods = [
    ...['Create', 'Get', 'Update', 'Delete'].map(verb => verb + name),
    `List${plural}`,
    ...commands.map(({ method }) => method),
  ];
  return [
    name,
    `${name}Service`,
    ...methods.flatMap(method => [`${method}Request`, `${method}Response`]),
  ];
}

/** One sentence for each name that is there more than once. */
export function twice(what: string, names: string[]): string[] {
  const found = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  return [...found].map(name => `there would be two of the ${what} ${name}`);
}
