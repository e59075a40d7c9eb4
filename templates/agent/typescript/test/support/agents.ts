import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asCaller } from '../../src/caller.ts';
import { parseDefinition } from '../../src/definition/load.ts';
import type { Definition } from '../../src/definition/model.ts';
import { ROOT, SCHEMA } from '../../src/paths.ts';
import { createRun, type Run } from '../../src/runs/runner.ts';
import type { Turn } from '../../src/sandbox/scenario.ts';
import { scripted } from '../../src/sandbox/scriptedModel.ts';
import type { Invoke } from '../../src/tools/connect.ts';
import { compileContracts, makeStubs } from '../../src/tools/contracts.ts';
import {
  createToolbox,
  type Outcome,
  type Toolbox,
} from '../../src/tools/toolbox.ts';

export const SERVICE = 'test.orders.v1.OrderService';
export const TARGET = 'component:demo/orders';

const tool = { target: TARGET, service: SERVICE };
export const LIST_ORDERS = {
  ...tool,
  id: 'list_orders',
  method: 'ListOrders',
  risk: 'read',
  scopes: ['orders.read'],
};
export const CANCEL_ORDER = {
  ...tool,
  id: 'cancel_order',
  method: 'CancelOrder',
  risk: 'write',
  scopes: ['orders.write'],
};

/** An agent of the tests, whatever the one in this folder is. */
export const CONTENT = {
  name: 'Clerk',
  model: { provider: 'anthropic', name: 'claude' },
  instructions: 'Help with orders.',
  tools: [LIST_ORDERS, CANCEL_ORDER],
  nodes: [{ id: 'think', type: 'model' }],
  entry: 'think',
  // the schema wants them said
  edges: [] as object[],
};

/** The definition of the tests, with these changes. */
export const define = (changes: object = {}): Definition =>
  parseDefinition(
    { ...CONTENT, ...changes },
    JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
  );

let compiled: ReturnType<typeof compileContracts> | undefined;
/** The contract of the tests' controller, compiled once. */
export const contracts = () =>
  (compiled ??= compileContracts(join(ROOT, 'test', 'contracts')));

/** Somebody calls, with these scopes. */
export const withScopes = <T>(scopes: string[], work: () => T): T =>
  asCaller(
    {
      subject: 'ada',
      tenantId: 'acme',
      scopes: new Set(scopes),
      token: 'token-of-ada',
    },
    work,
  );

/** Somebody calls who may do all of it. */
export const asAda = <T>(work: () => T): T =>
  withScopes(['orders.read', 'orders.write'], work);

/** A turn in which the model says something. */
export const says = (text: string): Turn => ({ says: text, calls: [] });

/** A turn in which the model asks for a tool. */
export const calls = (
  name: string,
  given: Record<string, unknown> = {},
): Turn => ({
  says: '',
  calls: [{ tool: name, arguments: given }],
});

/** What would be called, and what it answers. */
export interface Controllers {
  called: [string, Record<string, unknown>][];
  requestIds: string[];
  outcomes: [string, Outcome][];
  toolbox(
    definition: Definition,
    changes?: { isProven?: boolean; invoke?: Invoke },
  ): Toolbox;
  /** What runs a definition with a scripted model. */
  run(definition: Definition, turns: Turn[], isProven?: boolean): Run;
}

/** @param answers - by tool; an error is thrown */
export function createControllers(
  answers: Record<string, unknown> = {},
): Controllers {
  const controllers: Controllers = {
    called: [],
    requestIds: [],
    outcomes: [],
    toolbox: (definition, changes) =>
      createToolbox({
        definition,
        stubs: makeStubs(definition, contracts()),
        isProven: true,
        tell: (name, outcome) => controllers.outcomes.push([name, outcome]),
        async invoke(stub, given, requestId) {
          controllers.called.push([stub.tool.id, given]);
          controllers.requestIds.push(requestId);
          const answer = answers[stub.tool.id] ?? {};
          if (answer instanceof Error) throw answer;
          return answer;
        },
        ...changes,
      }),
    run: (definition, turns, isProven = true) =>
      createRun(
        definition,
        scripted(turns),
        controllers.toolbox(definition, { isProven }),
      ),
  };
  return controllers;
}
