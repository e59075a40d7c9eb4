/**
 * Artifacts, builds, pull requests and instances of the Ameide factory in Backstage.
 *
 * @packageDocumentation
 */
export { transformationPlugin as default } from './plugin';
export { transformationApiRef } from './api/transformationApi';
