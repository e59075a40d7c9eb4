import { condition } from '@temporalio/workflow';

/** How a process can be started from outside; kept in the memo of the workflow that stands for a deployment. */
export interface Deployment {
  readonly name: string;
  readonly processes: readonly DeployedProcess[];
}

export interface DeployedProcess {
  readonly processId: string;
  readonly workflowType: string;
  readonly starts: readonly DeployedStart[];
  /** It begins by itself, so that other processes can call it. */
  readonly callable?: boolean;
  /** The version that calls can ask for. */
  readonly versionTag?: string;
}

export interface DeployedStart {
  readonly elementId: string;
  readonly message?: string;
  readonly signal?: string;
  /** FEEL. */
  readonly condition?: string;
  readonly timer?: { readonly form: string; readonly source: string };
}

/** The elements that have the jobs of each type: those that may be done locally, and others. */
export interface JobElements {
  readonly [jobType: string]: {
    readonly alone: readonly string[];
    readonly others: readonly string[];
    /** How often the drawing has a job tried, where it is another number than 3. */
    readonly attempts?: number;
  };
}

/**
 * Stands for a deployed project, and does nothing: its memo and its marks let messages and signals find the processes
 * that they start, and calls those that they call. Ended and begun anew by each deployment.
 */
export async function bpmnDeployment(): Promise<void> {
  await condition(() => false);
}
