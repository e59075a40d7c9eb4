import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Code, ConnectError } from '@connectrpc/connect';
import pg from 'pg';
import { toConnectError } from '../../src/interceptors/mapErrors.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

function databaseError(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('secret detail', 0, 'error');
  error.code = code;
  return error;
}

describe('errors', () => {
  for (const [state, code] of [
    ['23505', Code.AlreadyExists],
    ['23514', Code.InvalidArgument],
    ['22021', Code.InvalidArgument],
    ['40001', Code.Aborted],
    ['57014', Code.DeadlineExceeded],
    ['57P01', Code.Unavailable],
    ['08006', Code.Unavailable],
  ] as const) {
    it(`tell ${state} as ${Code[code]}, and nothing of the database`, () => {
      const error = toConnectError(databaseError(state));
      assert.equal(error?.code, code);
      assert.doesNotMatch(String(error), /secret detail/);
    });
  }

  it('of a connection tell that it cannot be reached', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    assert.equal(toConnectError(refused)?.code, Code.Unavailable);
  });

  it('that were meant for the caller stay as they are', () => {
    const error = new ConnectError('x', Code.NotFound);
    assert.equal(toConnectError(error), error);
  });

  it('are logged without the rows that the database tells of', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: line => lines.push(line) });
    const err = databaseError('23502');
    err.detail = 'Failing row contains (acme, secret)';
    logger.error({ err }, 'request failed');
    assert.match(lines.join(''), /23502/);
    assert.doesNotMatch(lines.join(''), /acme, secret/);
  });

  it('that nobody foresaw are not told', () => {
    assert.equal(toConnectError(new TypeError('x')), undefined);
    assert.equal(toConnectError(databaseError('42P01')), undefined);
  });
});
