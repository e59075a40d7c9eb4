import { join } from 'node:path';

/** Where the files are that say what this agent is. */
export const ROOT = join(import.meta.dirname, '..');

export const DEFINITION = join(ROOT, 'agent.yaml');
export const SCHEMA = join(ROOT, 'agent.schema.json');
export const STUBS = join(ROOT, 'gen', 'tools.json');
export const SCENARIOS = join(ROOT, 'sandbox', 'scenarios');
export const PASSED = join(ROOT, 'sandbox', 'passed.json');
