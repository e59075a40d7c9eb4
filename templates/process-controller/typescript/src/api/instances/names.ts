import { Code, ConnectError } from '@connectrpc/connect';
import { currentCaller } from '../caller.ts';
import { CONTROLLER_NAME } from '../service.ts';

/** What a message has begun has its key in it, whatever that is. */
const NAME = /^tenants\/([a-z0-9-]+)\/instances\/(.+)$/s;

/** What the workflow ids of all instances of a tenant begin with; a process that is called has its caller's id before its own. */
export const prefixOf = (tenantId: string): string =>
  `${tenantId}:${CONTROLLER_NAME}:`;

/** The workflow id of an instance of whoever calls. */
export const workflowIdOf = (id: string): string =>
  prefixOf(currentCaller().tenantId) + id;

/** The name of an instance, which says its tenant. */
export function nameOf(workflowId: string): string {
  const { tenantId } = currentCaller();
  return `tenants/${tenantId}/instances/${workflowId.slice(
    prefixOf(tenantId).length,
  )}`;
}

/**
 * The workflow id of a name. The id says tenant and process too, so nobody
 * gets to an instance of another one.
 *
 * @throws ConnectError `invalid_argument` where it is no name, `not_found` where it is one of another tenant
 */
export function parseName(name: string): string {
  const [, tenantId, id] = NAME.exec(name) ?? [];
  if (!tenantId || !id) {
    throw new ConnectError(
      'a name has to be like tenants/{tenant}/instances/{instance}',
      Code.InvalidArgument,
    );
  }
  if (tenantId !== currentCaller().tenantId) throw notFound(name);
  return workflowIdOf(id);
}

/** The same for one of another tenant as for none. */
export const notFound = (name: string) =>
  new ConnectError(`there is no ${name}`, Code.NotFound);
