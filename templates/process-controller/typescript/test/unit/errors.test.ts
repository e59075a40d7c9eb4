import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Code, ConnectError } from '@connectrpc/connect';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { toConnectError } from '../../src/api/interceptors/mapErrors.ts';

const refusal = (type: string) =>
  new WorkflowUpdateFailedError(
    'Workflow Update failed',
    ApplicationFailure.nonRetryable('why', type),
  );

describe('errors', () => {
  for (const [type, code] of [
    ['NotOpen', Code.NotFound],
    ['Assigned', Code.FailedPrecondition],
    ['Invalid', Code.InvalidArgument],
    ['Other', Code.FailedPrecondition],
  ] as const) {
    it(`tell a refusal ${type} as ${Code[code]}, and why`, () => {
      const error = toConnectError(refusal(type));
      assert.equal(error?.code, code);
      assert.equal(error.rawMessage, 'why');
    });
  }

  it('of an instance that has ended tell so', () => {
    const gone = new WorkflowNotFoundError('gone', 'id', undefined);
    assert.equal(toConnectError(gone)?.code, Code.FailedPrecondition);
  });

  it('of a connection tell that it cannot be reached', () => {
    const cause = Object.assign(new Error('14 UNAVAILABLE'), {
      code: 14,
      details: '',
      metadata: {},
    });
    const error = new Error('Failed to query Workflow', { cause });
    assert.equal(toConnectError(error)?.code, Code.Unavailable);
  });

  it('that were meant for the caller stay as they are', () => {
    const error = new ConnectError('x', Code.NotFound);
    assert.equal(toConnectError(error), error);
  });

  it('that nobody foresaw are not told', () => {
    assert.equal(toConnectError(new TypeError('x')), undefined);
  });
});
