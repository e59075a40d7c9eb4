/**
 * Artifacts in Backstage's search.
 *
 * @packageDocumentation
 */
export { searchModuleTransformation as default } from './module';
