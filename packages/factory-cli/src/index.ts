/**
 * The command line of the factory.
 *
 * @packageDocumentation
 */
export { main } from './main';
