/**
 * The factory's permission policy: tenants and roles.
 *
 * @packageDocumentation
 */
export { permissionModuleTransformation as default } from './module';
