/**
 * What other plugins need to add kinds, builders and forges to the
 * transformation backend, and policies to decide about artifacts.
 *
 * @packageDocumentation
 */
export * from './artifactKind';
export * from './builder';
export { callIsolated, IsolationLimitError } from './callIsolated';
export type { IsolatedFunction } from './callIsolated';
export * from './extensionPoints';
export * from './forge';
export * from './permissions';
