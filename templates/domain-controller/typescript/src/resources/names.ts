import { Code, ConnectError } from '@connectrpc/connect';

/** A resource's name, taken apart: `tenants/{tenant}/{collection}/{id}`. */
export interface ResourceName {
  tenantId: string;
  id: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function formatName(
  collection: string,
  { tenantId, id }: ResourceName,
): string {
  return `tenants/${tenantId}/${collection}/${id}`;
}

/** @throws ConnectError `invalid_argument` where it is no name in the collection */
export function parseName(collection: string, name: string): ResourceName {
  const [tenants, tenantId, found, id, ...rest] = name.split('/');
  if (
    tenants !== 'tenants' ||
    !tenantId ||
    found !== collection ||
    !id ||
    !ID.test(id) ||
    rest.length
  ) {
    throw new ConnectError(
      `a name has to be like tenants/{tenant}/${collection}/{uuid}`,
      Code.InvalidArgument,
    );
  }
  return { tenantId, id };
}
