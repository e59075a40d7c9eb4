import type { Cases } from './case';
import { eventCases } from './events';
import { flowCases } from './flow';
import { gatewayCases } from './gateways';
import { loopCases } from './loops';
import { scopeCases } from './scopes';

/** The suite by chapter of the table. */
export const chapters: Readonly<Record<string, Cases>> = {
  'Flow and tasks': flowCases,
  Gateways: gatewayCases,
  Events: eventCases,
  'Scopes and compensation': scopeCases,
  'Loops and multi-instance': loopCases,
};

export const cases: Cases = Object.assign({}, ...Object.values(chapters));
