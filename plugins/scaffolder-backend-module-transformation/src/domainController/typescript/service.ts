import type { Aggregate, Command, DomainModel } from '../model/model';
import { camel } from '../model/identifiers';

/** A business command. */
const handler = (
  { camel: own }: Aggregate,
  { method, rpc, from, to, event }: Command,
): string => `
    ${rpc}: request =>
      change(pool, method.${rpc}, request, async tx => ({
        ${own}: await repository.transition(tx, request, {
          command: '${method}',
          from: [${from.map(state => `'STATE_${state}'`).join(', ')}],
          to: 'STATE_${to}',
          event: '${event}',
        }),
      })),
`;

/** The handlers of an aggregate's methods; the engineer goes on from here. */
export function serviceTs(
  { protoPath, protoPackage }: DomainModel,
  aggregate: Aggregate,
): string {
  const { name, plural, snake, collection, table, commands } = aggregate;
  const own = aggregate.camel;
  const many = camel(aggregate.page);
  return `\
import type { ServiceImpl } from '@connectrpc/connect';
import { ${name}Schema } from '../../gen/${protoPath}/${snake}_pb.js';
import { ${name}Service } from '../../gen/${protoPath}/${snake}_service_pb.js';
import { inTransaction } from '../database/unitOfWork.ts';
import type { Dependencies } from '../dependencies.ts';
import { change, required } from '../resources/handle.ts';
import { createRepository } from '../resources/repository.ts';

const { method } = ${name}Service;

/** Serves \`${protoPackage}.${name}Service\`. */
export function ${own}Service({
  pool,
}: Dependencies): ServiceImpl<typeof ${name}Service> {
  const repository = createRepository({
    schema: ${name}Schema,
    collection: '${collection}',
    table: '${table}',
  });
  return {
    create${name}: request =>
      change(pool, method.create${name}, request, async tx => ({
        ${own}: await repository.create(tx, required(request.${own})),
      })),

    get${name}: ({ name }) =>
      inTransaction(pool, async tx => ({ ${own}: await repository.get(tx, name) })),

    list${plural}: request =>
      inTransaction(pool, async tx => {
        const { items, nextPageToken } = await repository.list(tx, request);
        return { ${many}: items, nextPageToken };
      }),

    update${name}: request =>
      change(pool, method.update${name}, request, async tx => ({
        ${own}: await repository.update(
          tx,
          required(request.${own}),
          request.updateMask?.paths,
        ),
      })),

    delete${name}: request =>
      change(pool, method.delete${name}, request, async tx => {
        await repository.delete(tx, request);
        return {};
      }),
${commands.map(command => handler(aggregate, command)).join('')}  };
}
`;
}
