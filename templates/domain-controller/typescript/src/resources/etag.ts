import { Code, ConnectError } from '@connectrpc/connect';

/** Changes whenever the resource does. */
export const etagOf = (version: string | bigint): string => `"${version}"`;

/**
 * An empty etag means that the caller does not mind what happened meanwhile.
 *
 * @throws ConnectError `aborted` where the resource is another one by now
 */
export function assertEtag(etag: string, version: string): void {
  if (!etag || etag === etagOf(version)) return;
  throw new ConnectError(
    `the etag is old, it is ${etagOf(version)} now; read it again`,
    Code.Aborted,
  );
}
