import {
  ANSWERS_PATH,
  type ProposeServiceRequest,
  type ServiceProposal,
  type TemplateAnswers,
} from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';
import type { Author } from '../artifacts/context';
import { serviceRepository } from '../builds/pushBranches';
import { pushTree } from '../git/push';
import { signature } from '../git/signature';
import { answersAt, readAnswers } from './answers';
import { componentKind, refuseOtherTenants } from './catalogInfo';
import { pushPristine, serviceUpdate } from './serviceUpdate';
import { proposeRollOut } from './rollOut';
import { toSettle } from './toSettle';

/** The branch of the pull request, of which there is one open at most; no artifact's build has one of that name. */
const BRANCH = 'factory/_template';

/**
 * Proposes what a template has made as the source of a service, by a pull
 * request: a new one, or a newer state of it. It can be asked for again, as after
 * a crash: the same output leads to one state of the branches and one pull request.
 *
 * @throws InputError where the output does not say what it was made from, is of another tenant, or the name is taken
 */
export async function proposeService(
  forge: Forge,
  { tenant, userEntityRef }: Author,
  service: string,
  { title, files }: ProposeServiceRequest,
): Promise<ServiceProposal> {
  const answers = readAnswers(
    files.find(({ path }) => path === ANSWERS_PATH)?.content ?? '',
  );
  refuseOtherTenants(tenant, files);
  const repository = serviceRepository(service);
  // `template:default/domain-controller` is called domain-controller
  const made = answers.template.split('/').at(-1);
  const message = `${title}: ${made} ${answers.version}`;
  const commit = { message, signature: signature() };
  const pristine = await pushPristine(
    forge,
    { tenant, name: service, repository },
    commit,
    files,
  );
  const open = await forge.findOpen(tenant, repository, BRANCH);
  let from: string | undefined;
  let conflicts: string[] = [];
  const pushed = await pushTree(await forge.remote(tenant, repository), {
    ...commit,
    baseBranch: 'main',
    headBranch: BRANCH,
    // commits that somebody added to an open pull request stay
    parentOf: ({ base, head }) => (open && head ? head : base),
    async change(gitDir, parent) {
      const main = `refs/remote/main`;
      from = (await answersAt(gitDir, main))?.version;
      const update = await serviceUpdate(gitDir, parent, pristine);
      conflicts = update.conflicts;
      return update;
    },
  });
  const proposal = { tenant, repository, from, to: answers.version, conflicts };
  if (!pushed.differsFromBase) return proposal;
  const opened = await forge.propose({
    tenant,
    repository,
    headBranch: BRANCH,
    headCommit: pushed.commit!,
    title: message,
    body: bodyOf(title, answers, proposal),
    author: userEntityRef,
  });
  const kind = componentKind(files);
  // nothing is to run that has marks in it
  const rollOut =
    kind && !conflicts.length
      ? await proposeRollOut(forge, {
          tenant,
          service,
          title,
          kind,
          repository,
          commit: pushed.commit!,
          author: userEntityRef,
        })
      : undefined;
  if (rollOut) await forge.link(tenant, opened.id, rollOut.id);
  return {
    ...proposal,
    pullRequest: rollOut ? { ...opened, companionId: rollOut.id } : opened,
    rollOut: rollOut && { ...rollOut, companionId: opened.id },
  };
}

function bodyOf(
  title: string,
  { template, version }: TemplateAnswers,
  { from, conflicts }: Pick<ServiceProposal, 'from' | 'conflicts'>,
): string {
  const what = from
    ? `Brings **${title}** from version ${from} of \`${template}\` to ${version}. What was changed by hand stays.`
    : `The source of **${title}**, made by version ${version} of \`${template}\`. All of it is yours.`;
  return [what, ...(conflicts.length ? [toSettle(conflicts)] : [])].join(
    '\n\n',
  );
}
