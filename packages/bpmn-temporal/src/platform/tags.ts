import type { Deployment } from '../runtime/deployment';
import type { Version } from './versions';

/** The processes of a project that have one version tag, and the task queue on which they are served for good. */
export interface Tagged {
  readonly tag: string;
  readonly tagged: Deployment;
  readonly queue: string;
}

/** One for each version tag of the project. */
export function tagsOf(deployment: Deployment, taskQueue: string): Tagged[] {
  const { name, processes } = deployment;
  const tags = new Set(processes.flatMap(({ versionTag = [] }) => versionTag));
  return [...tags].map(tag => ({
    tag,
    tagged: {
      name: `${name}@${tag}`,
      processes: processes
        .filter(({ versionTag, callable }) => versionTag === tag && callable)
        .map(process => ({ ...process, starts: [] })),
    },
    queue: `${taskQueue}@${tag}`,
  }));
}

/**
 * The build as one of a worker deployment of the tag: a newer build with another tag does not take its calls over, one
 * with the same tag does, and what runs stays with the build that began it.
 */
export function versionOf(
  version: Version | undefined,
  tag: string,
): Version | undefined {
  return (
    version && {
      ...version,
      deploymentName: `${version.deploymentName}@${tag}`,
    }
  );
}
