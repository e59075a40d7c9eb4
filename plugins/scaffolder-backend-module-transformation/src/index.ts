/**
 * Template actions of the factory.
 *
 * @packageDocumentation
 */
export { scaffolderModuleTransformation as default } from './module';
