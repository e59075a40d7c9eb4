/**
 * The transformation backend plugin: artifact store, builds, GitOps pull
 * requests and running instances.
 *
 * @packageDocumentation
 */
export { transformationPlugin as default } from './plugin';
export { localForgeUrlReader } from './forge/local/urlReader';
