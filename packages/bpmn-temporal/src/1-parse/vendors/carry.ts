import type { Said } from './said';

/** Says in Zeebe's extensions what an engine's say, where both mean the same; what is left is refused by its name. */
export interface Carry {
  readonly types: readonly string[];
  carry(said: Said, prefixes: ReadonlySet<string>): void;
}
