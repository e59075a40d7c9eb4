import { parse } from 'yaml';
import { z } from 'zod';
import { componentDir, LANES } from '../builds/gitopsTree';
import { listFiles } from '../git/repository';

const component = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({ repository: z.string() }),
});
const values = z.object({
  replicas: z.int(),
  revision: z.int(),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/),
  temporal: z.object({ namespace: z.string(), taskQueue: z.string() }),
});

/** What the GitOps repository wants to run in a lane. */
export interface DesiredWorker {
  tenant: string;
  artifactId: string;
  lane: string;
  repository: string;
  revision: number;
  commit: string;
  namespace: string;
  taskQueue: string;
}

/** Reads a file of the GitOps repository at its main branch; undefined where it is not there. */
export type ReadGitops = (path: string) => Promise<string | undefined>;

/** Ids of the components that a tenant's GitOps repository knows at a commit. */
export async function listComponents(
  gitDir: string,
  commit: string,
): Promise<string[]> {
  const files = await listFiles(gitDir, commit);
  return files.flatMap(path => {
    const id = /^components\/([^/]+)\/component\.yaml$/.exec(path)?.[1];
    return id ? [id] : [];
  });
}

/**
 * What the main branch of a GitOps repository wants of one component in its
 * first lane; undefined where that is nothing.
 */
export async function desiredWorker(
  readGitops: ReadGitops,
  artifactId: string,
): Promise<DesiredWorker | undefined> {
  const [lane] = LANES;
  const read = async (path: string) => {
    const text = await readGitops(`${componentDir(artifactId)}/${path}`);
    return text === undefined ? undefined : (parse(text) as unknown);
  };
  const described = component.safeParse(await read('component.yaml'));
  const wanted = values.safeParse(await read(`values/${lane}.yaml`));
  if (!described.success || !wanted.success || wanted.data.replicas < 1) {
    return undefined;
  }
  const { revision, temporal } = wanted.data;
  return {
    tenant: described.data.metadata.namespace,
    artifactId,
    lane,
    repository: described.data.spec.repository,
    revision,
    commit: wanted.data.commit,
    ...temporal,
  };
}
