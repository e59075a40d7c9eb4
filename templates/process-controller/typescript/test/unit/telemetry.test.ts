import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultPayloadConverter } from '@temporalio/common';
import { tenantOf } from '../../src/telemetry/tenantOf.ts';
import { traceOf } from '../../src/telemetry/traceparent.ts';

const headers = (value: unknown) => ({
  traceparent: defaultPayloadConverter.toPayload(value),
});

describe('the trace of an instance', () => {
  it('is in the header that it was started with', () => {
    const traceId = 'a'.repeat(32);
    const spanId = 'b'.repeat(16);
    const traceparent = `00-${traceId}-${spanId}-01`;
    assert.deepEqual(traceOf(headers(traceparent)), {
      traceparent,
      traceId,
      spanId,
    });
  });

  it('is none where the header is missing or something else', () => {
    for (const value of [{}, headers('x'), headers({ a: 1 })]) {
      assert.equal(traceOf(value), undefined);
    }
  });
});

describe('the tenant of an instance', () => {
  it('is what its workflow id begins with', () => {
    assert.equal(tenantOf('acme:returns:1'), 'acme');
    assert.equal(tenantOf('bpmn-deployment/returns'), undefined);
  });
});
