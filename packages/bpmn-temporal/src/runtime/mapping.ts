import { value } from './feel';
import type { Source } from './feel';
import type { JsonObject } from './json';
import {
  childScope,
  interrupt,
  merge,
  withPath,
  write,
  writeLocal,
} from './scope';
import type { Scope } from './scope';

/** zeebe:ioMapping: pairs of target and source, in the order of the drawing. */
export type Mapping = readonly (readonly [target: string, source: Source])[];

/** Input mappings make variables that only the activity sees. */
export function mapInput(local: Scope, mapping: Mapping | undefined): void {
  for (const [target, source] of mapping ?? []) {
    const [name, ...path] = target.split('.');
    if (name === undefined) continue;
    const old = local.variables[name];
    writeLocal(local, { [name]: withPath(old, path, value(local, source)) });
  }
}

/** A result is merged as it is, or, where there are output mappings, only what they name. */
export function mapOutput(
  outer: Scope,
  local: Scope,
  mapping: Mapping | undefined,
  result: JsonObject,
): void {
  if (!mapping?.length) {
    merge(local, result);
    return;
  }
  Object.assign(local.variables, result);
  for (const [target, source] of mapping)
    write(outer, target.split('.'), value(local, source));
}

/** The variables that an event brought, mapped like the result of an activity. */
export function mapEvent(
  scope: Scope,
  mapping: Mapping | undefined,
  variables: JsonObject,
): void {
  const local = childScope(scope);
  try {
    mapOutput(scope, local, mapping, variables);
  } finally {
    interrupt(local);
  }
}
