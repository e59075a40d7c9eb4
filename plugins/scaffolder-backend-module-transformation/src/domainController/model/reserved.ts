/** Names that every aggregate's message has already, or its table. */
const OF_THE_TEMPLATE = [
  'name',
  'etag',
  'create_time',
  'update_time',
  'state',
  'id',
  'tenant_id',
  'version',
];

/** Words that CEL, in which rules are written, does not take for a field. */
const OF_CEL = ['false', 'in', 'null', 'true'];

/** Properties that every object has; generated code renames such fields. */
const OF_JAVASCRIPT = ['constructor', 'to_json', 'to_string', 'value_of'];

/** Columns that every table of PostgreSQL has. */
const OF_POSTGRES = ['cmax', 'cmin', 'ctid', 'tableoid', 'xmax', 'xmin'];

/** What no field may be called. */
export const RESERVED_FIELDS: readonly string[] = [
  ...OF_THE_TEMPLATE,
  ...OF_CEL,
  ...OF_JAVASCRIPT,
  ...OF_POSTGRES,
];

/** What no business command may be called: the methods that every aggregate has. */
export const RESERVED_COMMANDS: readonly string[] = [
  'Create',
  'Delete',
  'Get',
  'List',
  'Update',
];
