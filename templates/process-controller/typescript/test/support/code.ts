import { Code, ConnectError } from '@connectrpc/connect';

/** For `assert.rejects`: an error of the service with this code. */
export function withCode(code: Code) {
  return (error: unknown): boolean => {
    if (error instanceof ConnectError && error.code === code) return true;
    throw error;
  };
}
