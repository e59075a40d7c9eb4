/**
 * What is called by `callIsolated`, in threads of its own; an entry point of
 * the package, so that a built one has it as a file.
 */
export { problemOfBpmn } from '../kinds/bpmn/assertBpmn';
export { differenceOfBpmn } from '../kinds/bpmn/difference';
export { mergeBpmn } from '../kinds/bpmn/merge';
export { referencesOfBpmn } from '../kinds/bpmn/references';
export { bundleWorkflows } from '../temporal/bundle';
