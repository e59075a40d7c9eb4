import { contractOf } from '@ameide/plugin-transformation-common';
import { tenantOf } from '../../service/parameters';
import { camel, pascal, plural, snake, upper } from './identifiers';
import type {
  CommandParameters,
  DomainControllerParameters,
  FieldParameters,
} from './parameters';

/** A field with the names that the languages give it. */
export type Field = FieldParameters & {
  camel: string;
  /** Type of an enum's values, and what they start with. */
  enumName: string;
  prefix: string;
};

/** A business command: a method that leads from some states to another. */
export type Command = CommandParameters & {
  /** As in `SubmitOrder`. */
  method: string;
  /** What a client calls, as in `submitOrder`. */
  rpc: string;
  /** As in `OrderSubmitted`. */
  event: string;
};

/** An aggregate with all names that are derived from its own. */
export interface Aggregate {
  /** As in `OrderLine`. */
  name: string;
  camel: string;
  snake: string;
  /** As in `OrderLines`. */
  plural: string;
  /** In names of resources, as in `orderLines`. */
  collection: string;
  /** As in `order_lines`. */
  table: string;
  /** The field of a page, which is the table's name where that is not the aggregate's too. */
  page: string;
  description: string;
  fields: Field[];
  states: string[];
  commands: Command[];
}

/** A domain controller to be made: valid, with all names decided. */
export interface DomainModel {
  parameters: DomainControllerParameters;
  name: string;
  title: string;
  description: string;
  tenant: string;
  /** Where the contract is kept, if not with the service, as in `orders-protos`. */
  contractRepository?: string;
  /** As in `acme.orders.v1`. */
  protoPackage: string;
  /** As in `acme/orders/v1`. */
  protoPath: string;
  aggregates: Aggregate[];
}

export function toModel(parameters: DomainControllerParameters): DomainModel {
  const { name, title, description, organization, domain, apiVersion, owner } =
    parameters;
  const segments = [organization, domain, apiVersion];
  return {
    parameters,
    name,
    title,
    description,
    tenant: tenantOf(owner),
    contractRepository:
      parameters.contract === 'repository' ? contractOf(name) : undefined,
    protoPackage: segments.join('.'),
    protoPath: segments.join('/'),
    aggregates: parameters.aggregates.map(aggregate => {
      const many = aggregate.plural ?? plural(aggregate.name);
      const one = snake(aggregate.name);
      const table = snake(many);
      return {
        name: aggregate.name,
        camel: camel(aggregate.name),
        snake: one,
        plural: many,
        collection: camel(many),
        table,
        page: table === one ? `${table}_list` : table,
        description: aggregate.description,
        states: aggregate.states,
        fields: aggregate.fields.map(field => ({
          ...field,
          camel: camel(field.name),
          enumName: pascal(field.name),
          prefix: upper(field.name),
        })),
        commands: aggregate.commands.map(command => ({
          ...command,
          method: `${command.name}${aggregate.name}`,
          rpc: camel(command.name + aggregate.name),
          event: `${aggregate.name}${pascal(command.to)}`,
        })),
      };
    }),
  };
}

/** What an aggregate's API is called in the catalog. */
export const apiName = (
  { name, parameters }: DomainModel,
  { table }: Aggregate,
): string => `${name}-${table.replace(/_/g, '-')}-${parameters.apiVersion}`;
