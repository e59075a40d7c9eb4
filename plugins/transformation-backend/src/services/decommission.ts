import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ANSWERS_PATH,
  contractOf,
  type PullRequest,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import { z } from 'zod';
import type { Author } from '../artifacts/context';
import type { ArtifactStore } from '../artifacts/store';
import { componentDir } from '../builds/gitopsTree';
import { GITOPS, serviceRepository } from '../builds/pushBranches';
import { pushTree } from '../git/push';
import { listFiles } from '../git/repository';
import { signature } from '../git/signature';
import type { InstanceService } from '../instances/instanceService';
import { readAnswers } from './answers';
import { CATALOG_INFO } from './catalogInfo';

/** Were the file removed, the catalog would keep what it has, with an error. */
const NOTHING = '# Decommissioned: the catalog has nothing of this service.\n';

/** The part of an output's answers that says whose it is. */
const madeFor = z.object({ parameters: z.object({ name: z.string() }) });

/** What a decommission asks. */
export interface DecommissionContext {
  artifacts: Pick<ArtifactStore, 'find'>;
  forge: Forge;
  instances: Pick<InstanceService, 'list'>;
  /** Entity references of what would miss a component. */
  dependentsOf(
    component: string,
    credentials: BackstageCredentials,
  ): Promise<string[]>;
}

/**
 * Proposes to end a service: one pull request takes it out of GitOps, another
 * takes it out of the catalog. Its repository stays.
 *
 * @returns the pull requests; those that are open already where it was asked for before
 * @throws ConflictError while instances of it run, or something depends on it; NotFoundError where there is none
 */
export async function decommissionService(
  { artifacts, forge, instances, dependentsOf }: DecommissionContext,
  { tenant, userEntityRef }: Author,
  service: string,
  credentials: BackstageCredentials,
): Promise<PullRequest[]> {
  const dependents = await dependentsOf(
    `component:${tenant}/${service}`,
    credentials,
  );
  if (dependents.length) {
    throw new ConflictError(
      `${service} is needed by ${dependents.join(
        ', ',
      )}; take it out of them first`,
    );
  }
  const running = await instances.list(tenant, service, 'running');
  if (running.length) {
    throw new ConflictError(
      `${running.length} instances of ${service} run, ${running[0].id} among them; wait for their end, or cancel them`,
    );
  }
  const [artifact] = await artifacts.find(tenant, [service]);
  const places = [
    {
      repository: GITOPS,
      branch: `factory/_decommission-${service}`,
      body: `Ends **${service}**: nothing of it runs any more once this is merged.`,
      async change(gitDir: string, parent: string | undefined) {
        const files = parent ? await listFiles(gitDir, parent) : [];
        const dir = `${componentDir(service)}/`;
        return {
          write: [],
          remove: files.filter(path => path.startsWith(dir)),
        };
      },
    },
    ...[service, ...(await ownContract(forge, tenant, service))].map(name => ({
      repository: serviceRepository(name),
      branch: 'factory/_decommission',
      body: `Takes **${name}** out of the catalog. The source stays.`,
      change: async () => ({
        write: [{ path: CATALOG_INFO, content: NOTHING }],
        remove: [],
      }),
    })),
  ];
  const opened: PullRequest[] = [];
  for (const { repository, branch, body, change } of places) {
    // asking for the remote of a repository that is not there would make it
    if (
      repository !== GITOPS &&
      (await forge.readFile(tenant, repository, CATALOG_INFO)) === undefined
    ) {
      continue;
    }
    const open = await forge.findOpen(tenant, repository, branch);
    const message = `Decommission ${service}`;
    const pushed = await pushTree(await forge.remote(tenant, repository), {
      baseBranch: 'main',
      headBranch: branch,
      message,
      signature: signature(),
      parentOf: ({ base, head }) => (open && head ? head : base),
      change,
    });
    if (!pushed.differsFromBase) continue;
    opened.push(
      await forge.propose({
        tenant,
        repository,
        headBranch: branch,
        headCommit: pushed.commit!,
        title: message,
        body,
        // whose worker is to end
        ...(artifact && { artifactId: artifact.id }),
        author: userEntityRef,
      }),
    );
  }
  if (!opened.length) {
    throw new NotFoundError(`There is no service ${service} to decommission`);
  }
  if (opened.length > 1) await forge.link(tenant, opened[0].id, opened[1].id);
  return opened;
}

/** The service's contract, where it was made with a repository for itself; another service may have that name. */
async function ownContract(
  forge: Pick<Forge, 'readFile'>,
  tenant: string,
  service: string,
): Promise<string[]> {
  const name = contractOf(service);
  const repository = serviceRepository(name);
  const answers = await forge.readFile(tenant, repository, ANSWERS_PATH);
  const made = madeFor.safeParse(answers && readAnswers(answers));
  return made.data?.parameters.name === service ? [name] : [];
}
