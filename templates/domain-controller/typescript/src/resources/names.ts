import { Code, ConnectError } from '@connectrpc/connect';

/** A resource's name, taken apart: `tenants/{tenant}/{collection}/{id}`. */
export interface ResourceName {
  tenantId: string;
  id: string;
}

const NAME =
  /^tenants\/([a-z0-9-]+)\/([^/]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function formatName(
  collection: string,
  { tenantId, id }: ResourceName,
): string {
  return `tenants/${tenantId}/${collection}/${id}`;
}

/** @throws ConnectError `invalid_argument` where it is no name in the collection */
export function parseName(collection: string, name: string): ResourceName {
  const [, tenantId, found, id] = NAME.exec(name) ?? [];
  if (!tenantId || !id || found !== collection) {
    throw new ConnectError(
      `a name has to be like tenants/{tenant}/${collection}/{uuid}`,
      Code.InvalidArgument,
    );
  }
  return { tenantId, id };
}
