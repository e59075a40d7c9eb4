/**
 * Sign-in for the factory's development mode.
 *
 * @packageDocumentation
 */
export { authModuleTransformation as default } from './module';
