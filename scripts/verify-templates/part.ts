import type { Input } from './inputs';
import type { Step } from './step';
import { canaries } from './steps/canaries';
import { catalog } from './steps/catalog';
import { customManifests } from './steps/manifests';
import { gitleaks } from './steps/secrets';
import { update } from './steps/update';

/** Steps that need nothing but the output. */
const LIGHT = [canaries, catalog];

/** Steps whose tools are built from source: minutes on a machine that has none of them yet. */
const LONG = [gitleaks, customManifests];

/** In Go the output's own tools are built from source as well. */
const LONG_LANGUAGE = 'go';

/**
 * A part of the verification that fits into a run of all tests.
 *
 * @param day - any number that changes once a day; it says whose turn it is
 * @returns the steps for an input, of all that it has
 */
export function partOf(
  inputs: Input[],
  day: number,
): (input: Input, steps: Step[]) => Step[] {
  const plain = inputs.filter(({ name }) => name === 'plain');
  const turns = plain.filter(({ language }) => language !== LONG_LANGUAGE);
  const turn = turns[day % turns.length];
  return (input, steps) => {
    if (input === turn) return steps.filter(step => !LONG.includes(step));
    const taken = plain.includes(input) ? [...LIGHT, update] : LIGHT;
    return steps.filter(step => taken.includes(step));
  };
}

/** Days since the beginning of 1970, UTC. */
export const today = () => Math.floor(Date.now() / 86_400_000);
