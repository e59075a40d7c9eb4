import { stringify } from 'yaml';
import { artifactName } from '@ameide/plugin-transformation-common';
import { readFile } from '../git/repository';
import type { TreeChange } from '../git/writeCommit';

/** The lanes that every component has values for; a build goes into the first. */
export const LANES = ['dev', 'staging', 'prod'] as const;

/** What Argo CD, or the local runner, is told of a process controller. */
export interface ComponentFacts {
  tenant: string;
  artifactId: string;
  title: string;
  revision: number;
  /** Repository of the source within the tenant, and the commit to run. */
  repository: string;
  commit: string;
  namespace: string;
}

/** Folder of a component in the GitOps repository. */
export const componentDir = (artifactId: string) => `components/${artifactId}`;

/** Running instances stay with the worker they were started on, so every commit has a task queue of its own. */
export const taskQueueOf = (
  tenant: string,
  artifactId: string,
  commit: string,
) => `${tenant}.${artifactId}.${commit.slice(0, 12)}`;

/** Writes a component's description and the values of its first lane; values of later lanes are left as they are. */
export async function gitopsTree(
  gitDir: string,
  parent: string | undefined,
  facts: ComponentFacts,
): Promise<TreeChange> {
  const dir = componentDir(facts.artifactId);
  const write = [
    { path: `${dir}/component.yaml`, content: stringify(componentOf(facts)) },
    {
      path: `${dir}/values/${LANES[0]}.yaml`,
      content: stringify(valuesOf(facts)),
    },
  ];
  for (const lane of LANES.slice(1)) {
    const path = `${dir}/values/${lane}.yaml`;
    const existing = parent && (await readFile(gitDir, parent, path));
    if (!existing) {
      write.push({
        path,
        content: `# Nothing runs in this lane until a revision is promoted to it.\n${stringify(
          { replicas: 0 },
        )}`,
      });
    }
  }
  return { write, remove: [] };
}

function componentOf({
  tenant,
  artifactId,
  title,
  repository,
}: ComponentFacts) {
  return {
    apiVersion: 'ameide.io/v1alpha1',
    kind: 'ProcessController',
    metadata: { name: artifactId, namespace: tenant },
    spec: { title, artifact: artifactName(tenant, artifactId), repository },
  };
}

function valuesOf(facts: ComponentFacts) {
  const { tenant, artifactId, revision, commit, namespace } = facts;
  return {
    replicas: 1,
    revision,
    commit,
    temporal: {
      namespace,
      taskQueue: taskQueueOf(tenant, artifactId, commit),
    },
  };
}
