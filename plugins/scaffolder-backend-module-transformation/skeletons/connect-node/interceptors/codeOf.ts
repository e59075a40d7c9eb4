import { Code, ConnectError } from '@connectrpc/connect';

/** The name of an error's code, as in `not_found`. */
export function codeOf(error: unknown): string {
  const code = error instanceof ConnectError ? error.code : Code.Unknown;
  return (Code[code] ?? 'Unknown')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
