import type { PullRequest } from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { stringify } from 'yaml';
import { componentDir, LANES } from '../builds/gitopsTree';
import { GITOPS } from '../builds/pushBranches';
import { pushTree } from '../git/push';
import { readFile } from '../git/repository';
import { signature } from '../git/signature';

/** A commit of a service that is to run. */
export interface RollOut {
  tenant: string;
  service: string;
  title: string;
  /** As in `DomainController`. */
  kind: string;
  repository: string;
  commit: string;
  author: string;
}

/** Proposes to run a commit of a service in the first lane; values of later lanes are left as they are. */
export async function proposeRollOut(
  forge: Forge,
  { tenant, service, title, kind, repository, commit, author }: RollOut,
): Promise<PullRequest | undefined> {
  const branch = `factory/${service}`;
  const dir = componentDir(service);
  const message = `${title}: ${commit.slice(0, 12)} to ${LANES[0]}`;
  const open = await forge.findOpen(tenant, GITOPS, branch);
  const pushed = await pushTree(await forge.remote(tenant, GITOPS), {
    baseBranch: 'main',
    headBranch: branch,
    message,
    signature: signature(),
    parentOf: ({ base, head }) => (open && head ? head : base),
    async change(gitDir, parent) {
      const write = [
        {
          path: `${dir}/component.yaml`,
          content: stringify({
            apiVersion: 'ameide.io/v1alpha1',
            kind,
            metadata: { name: service, namespace: tenant },
            spec: { title, repository },
          }),
        },
      ];
      for (const lane of LANES) {
        const path = `${dir}/values/${lane}.yaml`;
        const first = lane === LANES[0];
        const there = parent && (await readFile(gitDir, parent, path));
        if (!first && there) continue;
        const values = first ? { replicas: 1, commit } : { replicas: 0 };
        write.push({ path, content: stringify(values) });
      }
      return { write, remove: [] };
    },
  });
  if (!pushed.differsFromBase) return undefined;
  return forge.propose({
    tenant,
    repository: GITOPS,
    headBranch: branch,
    headCommit: pushed.commit!,
    title: message,
    body: `Rolls out commit \`${commit.slice(
      0,
      12,
    )}\` of \`${repository}\` to the lane \`${LANES[0]}\`.`,
    author,
  });
}
