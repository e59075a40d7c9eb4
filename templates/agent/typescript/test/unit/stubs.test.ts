import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { compileContracts, makeStubs } from '../../src/tools/contracts.ts';
import { readStubs, writeStubs } from '../../src/tools/stub.ts';
import { contracts, define, LIST_ORDERS } from '../support/agents.ts';

const stubsOf = (tools?: object[]) => {
  const definition = define(tools && { tools });
  return makeStubs(definition, contracts());
};
const empty = () => mkdtempSync(join(tmpdir(), 'agent-'));

describe('the stubs', () => {
  it('have the arguments of the contract, with its comments', () => {
    const [found, cancel] = stubsOf();
    assert.equal(found?.description, 'Finds orders of a customer.');
    assert.deepEqual(found?.arguments, {
      type: 'object',
      properties: {
        customerName: { type: 'string', description: 'Name of the customer.' },
        pageSize: { type: 'integer' },
        totalMinor: { type: 'string', pattern: '^-?[0-9]+$' },
        state: { type: 'string', enum: ['STATE_UNSPECIFIED', 'STATE_OPEN'] },
        tags: { type: 'array', items: { type: 'string' } },
        weights: { type: 'object', additionalProperties: { type: 'number' } },
        after: { type: 'string', format: 'date-time' },
        otherwise: { type: 'object' },
        open: { type: 'boolean' },
      },
      additionalProperties: false,
    });
    // who asks twice for the same is nothing that a model makes up
    assert.equal(cancel?.context, 'context');
    assert.deepEqual(Object.keys(cancel?.arguments.properties ?? {}), ['name']);
  });

  it('keep risk, scopes and description of the definition', () => {
    const [stub] = stubsOf([{ ...LIST_ORDERS, description: 'Looks up.' }]);
    assert.equal(stub?.description, 'Looks up.');
    assert.equal(stub?.tool.risk, 'read');
    assert.deepEqual(stub?.tool.scopes, ['orders.read']);
  });

  for (const [changes, told] of [
    [
      { method: 'PayOrder' },
      /tool list_orders: there is no method .*OrderService\/PayOrder/,
    ],
    [{ method: 'WatchOrders' }, /WatchOrders streams/],
    [
      { service: 'other.v1.Service' },
      /no method other\.v1\.Service\/ListOrders/,
    ],
  ] as const) {
    it(`are refused without such a method: ${JSON.stringify(changes)}`, () => {
      assert.throws(() => stubsOf([{ ...LIST_ORDERS, ...changes }]), told);
    });
  }

  it('need no contract where there is no tool', () => {
    const none = compileContracts(empty());
    assert.deepEqual(makeStubs(define({ tools: [] }), none), []);
  });

  it('are those of the definition', () => {
    const path = join(empty(), 'gen', 'tools.json');
    assert.throws(() => readStubs(path, define()), /make generate/);
    writeStubs(path, stubsOf());
    assert.deepEqual(readStubs(path, define()), stubsOf());
    const other = define({ tools: [{ ...LIST_ORDERS, risk: 'write' }] });
    assert.throws(() => readStubs(path, other), /older than the definition/);
  });
});
