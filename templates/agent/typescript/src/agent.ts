import { loadDefinition } from './definition/load.ts';
import type { Definition } from './definition/model.ts';
import { DEFINITION, PASSED, ROOT, SCHEMA, STUBS } from './paths.ts';
import { hasPassed } from './sandbox/passed.ts';
import { readStubs, type Stub } from './tools/stub.ts';

/** The agent that lies in this folder. */
export interface Agent {
  definition: Definition;
  stubs: Stub[];
  /** Whether a sandbox run of exactly this version has passed. */
  isProven: boolean;
}

/** @throws StartError */
export function loadAgent(): Agent {
  const definition = loadDefinition(DEFINITION, SCHEMA);
  return {
    definition,
    stubs: readStubs(STUBS, definition),
    isProven: hasPassed(PASSED, ROOT),
  };
}
