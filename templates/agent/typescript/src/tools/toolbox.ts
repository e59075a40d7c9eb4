import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { v5 as uuidv5 } from 'uuid';
import { findCaller } from '../caller.ts';
import { grantedTo, type Definition, type Node } from '../definition/model.ts';
import type { Proposal } from '../graph/state.ts';
import { within } from '../within.ts';
import { ToolError, type Invoke } from './connect.ts';
import type { Stub } from './stub.ts';

export type Outcome = 'called' | 'proposed' | 'refused' | 'failed';

/** How a call ended. */
export interface Used {
  outcome: Outcome;
  answer: unknown;
  proposal?: Proposal;
}

/**
 * The tools of a definition. One is there for a node that the definition grants
 * it to, in a run of a caller who has its scopes; any other call is refused,
 * whatever a model asks for.
 */
export interface Toolbox {
  /** The tools that this caller's run may use in a node. */
  granted(node: Node): Stub[];
  /** The tools without risk that this caller may use without a model. */
  readable(): Stub[];
  /** Uses one of these tools; the same call id again is the same request. */
  use(
    stubs: Stub[],
    name: string,
    given: unknown,
    callId: string,
  ): Promise<Used>;
}

export interface ToolboxOptions {
  definition: Definition;
  stubs: Stub[];
  invoke: Invoke;
  /** Whether a sandbox run of this version has passed. */
  isProven: boolean;
  /** Hears of each call. */
  tell(tool: string, outcome: Outcome): void;
}

/** An answer, for the model. */
export const textOf = (answer: unknown): string =>
  typeof answer === 'string' ? answer : JSON.stringify(answer);

export function createToolbox(options: ToolboxOptions): Toolbox {
  const { definition, stubs: all, invoke, isProven, tell } = options;
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  const validators = new Map(
    all.map(stub => [stub.tool.id, ajv.compile(stub.arguments)]),
  );

  const whyNot = ({ tool: { risk } }: Stub): string | undefined => {
    if (risk === 'propose')
      return 'somebody else decides on calls of this tool';
    return risk === 'write' && !isProven
      ? 'no sandbox run of this version has passed'
      : undefined;
  };

  const use = async (
    stub: Stub,
    given: Record<string, unknown>,
    requestId: string,
  ): Promise<Used> => {
    const reason = whyNot(stub);
    if (reason) {
      const proposal = proposalOf(stub, given, requestId, reason);
      return {
        outcome: 'proposed',
        answer: { proposed: proposal.id, reason },
        proposal,
      };
    }
    try {
      const answer = await within(
        definition.limits.toolSeconds,
        signal => invoke(stub, given, requestId, signal),
        () => new ToolError('deadline_exceeded: it took too long'),
      );
      return { outcome: 'called', answer };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      return { outcome: 'failed', answer: error.message };
    }
  };

  const check = (
    stubs: Stub[],
    name: string,
    given: unknown,
  ): Used | { stub: Stub; given: Record<string, unknown> } => {
    const stub = stubs.find(({ tool }) => tool.id === name);
    if (!stub) {
      return { outcome: 'refused', answer: `refused: ${name} is not granted` };
    }
    const wrong = problemsOf(validators.get(name), given);
    return wrong
      ? { outcome: 'failed', answer: `invalid_argument: ${wrong}` }
      : { stub, given: given as Record<string, unknown> };
  };

  return {
    granted(node) {
      const names = grantedTo(definition, node);
      return all.filter(stub => names.has(stub.tool.id) && mayUse(stub));
    },
    readable: () =>
      all.filter(stub => stub.tool.risk === 'read' && mayUse(stub)),
    async use(stubs, name, given, callId) {
      const checked = check(stubs, name, given);
      const used =
        'outcome' in checked
          ? checked
          : await use(checked.stub, checked.given, uuidv5(callId, uuidv5.URL));
      tell(validators.has(name) ? name : 'unknown', used.outcome);
      return used;
    },
  };
}

function problemsOf(
  validate: ValidateFunction | undefined,
  given: unknown,
): string | undefined {
  if (validate?.(given)) return undefined;
  const told = validate?.errors?.map(({ instancePath, message, params }) =>
    `${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  );
  return told?.join('; ') ?? 'there is no schema';
}

function mayUse({ tool }: Stub): boolean {
  const caller = findCaller();
  return !!caller && tool.scopes.every(scope => caller.scopes.has(scope));
}

const proposalOf = (
  { tool: { id, target, service, method } }: Stub,
  given: Record<string, unknown>,
  requestId: string,
  reason: string,
): Proposal => ({
  id: requestId,
  tool: id,
  target,
  service,
  method,
  arguments: given,
  reason,
});
