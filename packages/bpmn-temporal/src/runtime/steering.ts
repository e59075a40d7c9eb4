import type { Instance } from './instance';

/** Outcomes by element: at the first visit, and at all others. */
export interface Steering {
  readonly first: { readonly [elementId: string]: string };
  readonly then: { readonly [elementId: string]: string };
}

let steers = false;

/** Only the tests of a project call it. */
export function startSteering(): void {
  steers = true;
}

/** Whether a test decides what happens: then nothing is waited for but jobs and people. */
export function isSteered({ start }: Instance): boolean {
  return steers && start.steering !== undefined;
}

/** The outcome that a test wants of the element now. */
export function steered(
  { start, steeredAlready }: Instance,
  elementId: string,
): string | undefined {
  const { steering } = start;
  if (!steers || !steering) return undefined;
  const again = steeredAlready.has(elementId);
  steeredAlready.add(elementId);
  const { first, then } = steering;
  if (!again && Object.hasOwn(first, elementId)) return first[elementId];
  return Object.hasOwn(then, elementId) ? then[elementId] : undefined;
}
