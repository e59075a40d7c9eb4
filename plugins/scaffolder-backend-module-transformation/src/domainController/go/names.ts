import { camel } from '../model/identifiers';
import type { Aggregate, DomainModel } from '../model/model';

/** A name of a proto, as the generator for Go writes it: a word begins after "_" and after a digit. */
export const goName = (name: string): string =>
  name.replace(/(^|_|(?<=\d))([a-z])/g, (_match, _before, letter: string) =>
    letter.toUpperCase(),
  );

/** Methods that every message has in Go; a field of that name gets another one. */
const OF_MESSAGES = [
  ...['Reset', 'String', 'ProtoMessage', 'Marshal', 'Unmarshal'],
  ...['ExtensionRangeArray', 'ExtensionMap', 'Descriptor'],
];

/** The fields of a message, by their names in the proto, with the names that the generator gives them. */
export function goFields(fields: string[]): Record<string, string> {
  const used = new Set(OF_MESSAGES);
  const entries = fields.map(field => {
    let name = goName(field);
    while (used.has(name) || used.has(`Get${name}`)) name += '_';
    used.add(name).add(`Get${name}`);
    return [field, name];
  });
  return Object.fromEntries(entries);
}

/** Where the generated code is, below a module. */
export interface GoPackage {
  /** As in `ordersv1`. */
  name: string;
  path: string;
  /** Of clients and handlers, as in `ordersv1connect`. */
  connect: string;
  connectPath: string;
}

export function goPackage(
  { parameters, protoPath }: DomainModel,
  module: string,
): GoPackage {
  const name = `${parameters.domain}${parameters.apiVersion}`;
  const path = `${module}/gen/${protoPath}`;
  const connect = `${name}connect`;
  return { name, path, connect, connectPath: `${path}/${connect}` };
}

/** What others import; the host is to be replaced by the one of your platform, as those of the chart are. */
export const sdkModule = ({ tenant, name }: DomainModel): string =>
  `go.example/${tenant}/${name}/client`;

/** The names of an aggregate in Go. */
export function goAggregate({ name, plural, snake, page, fields }: Aggregate) {
  const beside = (...names: string[]) => goFields(names);
  return {
    /** As in `Order`. */
    type: goName(name),
    /** As in `Orders`. */
    plural: goName(plural),
    /** What variables of tests start with. */
    own: camel(goName(name)),
    /** Its field in the requests that make and change one. */
    input: beside('context', snake)[snake],
    /** Its field in an answer. */
    output: beside(snake)[snake],
    page: beside(page)[page],
    fields: goFields([
      ...['name', 'etag', 'create_time', 'update_time', 'state'],
      ...fields.map(field => field.name),
    ]),
  };
}
