import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Code } from '@connectrpc/connect';
import { inScope, setCaller } from '../../src/api/caller.ts';
import { nameOf, parseName } from '../../src/api/instances/names.ts';
import { CONTROLLER_NAME } from '../../src/api/service.ts';
import { withCode } from '../support/code.ts';

const asAcme = <T>(work: () => T): T =>
  inScope(() => {
    setCaller({ subject: 'somebody', tenantId: 'acme', scopes: new Set() });
    return work();
  });

describe('names of instances', () => {
  it('go there and back, and say tenant and process', () => {
    for (const id of [
      'order-1',
      'order-1/Call_Payment:2',
      'order:"7\n\'s\\ ü',
    ]) {
      const workflowId = `acme:${CONTROLLER_NAME}:${id}`;
      const name = asAcme(() => nameOf(workflowId));
      assert.equal(name, `tenants/acme/instances/${id}`);
      assert.equal(
        asAcme(() => parseName(name)),
        workflowId,
      );
    }
  });

  it('of another tenant are not there', () => {
    assert.throws(
      () => asAcme(() => parseName('tenants/other/instances/1')),
      withCode(Code.NotFound),
    );
  });

  for (const name of [
    '',
    'instances/1',
    'tenants/acme/instances/',
    "x' OR tenants/acme/instances/1",
    "tenants/a' OR ''='/instances/1",
    'more\ntenants/acme/instances/1',
  ]) {
    it(`refuses ${JSON.stringify(name)}`, () => {
      assert.throws(
        () => asAcme(() => parseName(name)),
        withCode(Code.InvalidArgument),
      );
    });
  }
});
