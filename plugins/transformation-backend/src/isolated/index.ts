/**
 * What is called by `callIsolated`, in threads of its own; an entry point of
 * the package, so that a built one has it as a file.
 */
export { secretsIn } from '../artifacts/gate/secrets';
export { callKind } from '../kinds/isolated';
export { unboundTasks } from '../proposals/unboundTasks';
export { bundleWorkflows } from '../temporal/bundle';
