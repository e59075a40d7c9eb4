import type { Aggregate, Command, DomainModel } from '../model/model';
import { call, fits, format, list } from './format';
import { importsOf } from './imports';
import {
  attribute,
  generatedPackage,
  identifier,
  method,
  modulesOf,
} from './names';

/** A method, from its decorator on. */
function handler(
  decorator: 'reads' | 'changes',
  rpc: string,
  body: string[],
): string {
  const request = `rpc.${rpc}Request`;
  const head = `    async def ${method(rpc)}`;
  const parameters = `self, tx: Work, request: ${request}`;
  const result = `-> rpc.${rpc}Response:`;
  const line = `${head}(${parameters}) ${result}`;
  const inner = `        ${parameters}`;
  const exploded = fits(inner)
    ? inner
    : ['self', 'tx: Work', `request: ${request}`]
        .map(part => `        ${part},`)
        .join('\n');
  return `
    @${decorator}
${fits(line) ? line : `${head}(\n${exploded}\n    ) ${result}`}
${body.join('\n')}
`;
}

const BODY = '        ';
const answer = (rpc: string, ...parts: string[]): string =>
  format(call(`return rpc.${rpc}Response`, ...parts), BODY);

/** A business command. */
const commandHandler = (
  { snake }: Aggregate,
  { method: rpc, from, to, event }: Command,
): string =>
  handler('changes', rpc, [
    format(
      call(
        'transition = Transition',
        `"${rpc}"`,
        list(
          'sources=',
          from.map(state => `"STATE_${state}"`),
        ),
        `target="STATE_${to}"`,
        `event="${event}"`,
      ),
      BODY,
    ),
    `${BODY}message = await self.repository.transition(tx, request.name, request.etag, transition)`,
    answer(rpc, `${attribute(snake)}=message`),
  ]);

/** The handlers of an aggregate's methods; the engineer goes on from here. */
export function servicePy(model: DomainModel, aggregate: Aggregate): string {
  const { name, plural, snake, collection, table, commands, page } = aggregate;
  const { message, requests, connect } = modulesOf(aggregate);
  const generated = generatedPackage(model);
  const own = attribute(snake);
  return `\
"""Serves \`${model.protoPackage}.${name}Service\`: business rules go here."""

${importsOf([
  [generated, message],
  [generated, `${requests} as rpc`],
  [`${generated}.${connect}`, `${name}Service`],
])}
from service.database.pool import Pool
from service.database.unit_of_work import Work
from service.resources.handle import changes, reads, required
from service.resources.repository import Repository${
    commands.length ? ', Transition' : ''
  }


class ${name}Handlers(${name}Service):
    """Keeps the aggregate ${name} of each tenant."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
${format(
  call(
    'self.repository = Repository',
    `${message}.${identifier(name)}`,
    `collection="${collection}"`,
    `table="${table}"`,
  ),
  BODY,
)}
${handler('changes', `Create${name}`, [
  format(
    call(
      'message = await self.repository.create',
      'tx',
      call('required', `request.${own}`),
    ),
    BODY,
  ),
  answer(`Create${name}`, `${own}=message`),
])}${handler('reads', `Get${name}`, [
    `${BODY}message = await self.repository.get(tx, request.name)`,
    answer(`Get${name}`, `${own}=message`),
  ])}${handler('reads', `List${plural}`, [
    `${BODY}page, token = await self.repository.list(tx, request.page_size, request.page_token)`,
    answer(
      `List${plural}`,
      `${attribute(page)}=list(page)`,
      'next_page_token=token',
    ),
  ])}${handler('changes', `Update${name}`, [
    `${BODY}sent = required(request.${own})`,
    `${BODY}message = await self.repository.update(tx, sent, request.update_mask)`,
    answer(`Update${name}`, `${own}=message`),
  ])}${handler('changes', `Delete${name}`, [
    `${BODY}await self.repository.delete(tx, request.name, request.etag)`,
    answer(`Delete${name}`),
  ])}${commands.map(command => commandHandler(aggregate, command)).join('')}`;
}
