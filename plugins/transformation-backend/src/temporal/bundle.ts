import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles workflow code; called in a thread of its own, since webpack takes its time and memory. */
export async function bundleWorkflows(workflowsPath: string): Promise<string> {
  const silent = () => {};
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: {
      log: silent,
      trace: silent,
      debug: silent,
      info: silent,
      warn: silent,
      error: silent,
    },
  });
  return code;
}
