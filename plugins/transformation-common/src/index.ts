/**
 * What the transformation plugins share: schemas, permissions and the client of the HTTP API.
 *
 * @packageDocumentation
 */
export * from './artifact';
export * from './build';
export * from './client';
export * from './feed';
export * from './instance';
export * from './kinds';
export * from './names';
export * from './page';
export * from './permissions';
export * from './problem';
export * from './pullRequest';
export * from './searchDocument';
export * from './service';
export * from './tenant';
