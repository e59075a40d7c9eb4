/**
 * The catalog's part of the factory: checks and relations of the three
 * component types.
 *
 * @packageDocumentation
 */
export { catalogModuleTransformation as default } from './module';
