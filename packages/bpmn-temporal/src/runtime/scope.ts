import type { Body } from './body';
import { Interrupted } from './errors';
import type { Instance } from './instance';
import { isObject } from './json';
import type { JsonObject, JsonValue } from './json';

/**
 * What a token runs in: variables, and the means to be interrupted. A process, a subprocess and every activity under
 * way has one; variables are seen from the inside out (Camunda 8: variable scopes).
 */
export interface Scope {
  readonly instance: Instance;
  readonly parent?: Scope;
  readonly variables: JsonObject;
  /** Error codes that are caught here; undefined catches all. */
  catches: readonly (string | undefined)[];
  escalations: readonly EscalationCatcher[];
  readonly interruptions: Set<() => void>;
  closed: boolean;
  /** The process or subprocess whose token this is. */
  body?: Body;
  /** Takes over corrected variables before an incident is tried again; by default they are merged. */
  amend?: (variables: JsonObject) => void;
}

/** A boundary event or event subprocess that catches an escalation; without a code, any. */
export interface EscalationCatcher {
  readonly code: string | undefined;
  fire(variables: JsonObject): void;
}

export function childScope(
  parent: Scope,
  catches: readonly (string | undefined)[] = [],
  variables: JsonObject = {},
): Scope {
  const scope: Scope = {
    instance: parent.instance,
    parent,
    variables,
    catches,
    escalations: [],
    interruptions: new Set(),
    closed: parent.closed,
  };
  if (parent.body) scope.body = parent.body;
  const forget = onInterrupt(parent, () => interrupt(scope));
  scope.interruptions.add(forget);
  return scope;
}

/** A scope over the same variables, for what still has to be done when the other one has ended. */
export function reopened(scope: Scope): Scope {
  return childScope(scope.parent ?? scope, [], scope.variables);
}

/** Calls back when the scope ends before its time; the answer takes the callback back. */
export function onInterrupt(scope: Scope, callback: () => void): () => void {
  scope.interruptions.add(callback);
  return () => scope.interruptions.delete(callback);
}

/** Ends all that waits inside, at once. Ending twice is no harm. */
export function interrupt(scope: Scope): void {
  if (scope.closed) return;
  scope.closed = true;
  for (const callback of [...scope.interruptions]) callback();
  scope.interruptions.clear();
}

export function failIfClosed(scope: Scope): void {
  if (scope.closed) throw new Interrupted();
}

/** All variables that are visible in the scope, inner ones before outer ones. */
export function visible(scope: Scope): JsonObject {
  const inwards: JsonObject[] = [];
  for (let at: Scope | undefined = scope; at; at = at.parent)
    inwards.unshift(at.variables);
  const all: JsonObject = {};
  for (const variables of inwards) Object.assign(all, variables);
  return all;
}

/** Writes each variable where it exists, else in the process instance. */
export function merge(scope: Scope, variables: JsonObject): void {
  for (const [name, value] of Object.entries(variables))
    ownerOf(scope, name).variables[name] = value;
  if (Object.keys(variables).length) changed(scope);
}

/** Writes `a.b.c` into the object that is already in `a`. */
export function write(
  scope: Scope,
  target: readonly string[],
  value: JsonValue,
): void {
  const [name, ...rest] = target;
  if (name === undefined) return;
  const owner = ownerOf(scope, name);
  owner.variables[name] = withPath(owner.variables[name], rest, value);
  changed(scope);
}

/** Writes variables that only this scope and what is inside of it sees. */
export function writeLocal(scope: Scope, variables: JsonObject): void {
  Object.assign(scope.variables, variables);
  changed(scope);
}

export function withPath(
  old: JsonValue | undefined,
  path: readonly string[],
  value: JsonValue,
): JsonValue {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const object = isObject(old) ? old : {};
  return { ...object, [name]: withPath(object[name], rest, value) };
}

/** Conditional events look at every write of a variable (10.5.5). */
function changed(scope: Scope): void {
  const { conditions } = scope.instance;
  if (conditions.size === 0) return;
  for (const look of [...conditions]) look();
}

function ownerOf(scope: Scope, name: string): Scope {
  for (let at: Scope | undefined = scope; at; at = at.parent)
    if (Object.hasOwn(at.variables, name) || !at.parent) return at;
  return scope;
}
