/**
 * The factory's pull requests at GitHub and GitHub Enterprise.
 *
 * @packageDocumentation
 */
export { transformationModuleGithub as default } from './module';
