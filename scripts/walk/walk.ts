import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import {
  resourceIdOf,
  type Build,
  type ProcessInterface,
} from '../../plugins/transformation-common/src';
import type { Person } from '../factory/person';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';
import type { WalkArguments } from './arguments';
import { operate } from './operate';
import { reportStep, type WalkReport } from './report';

/**
 * Takes a drawing through the factory, by its HTTP API alone.
 *
 * @param architect - stores, builds and starts
 * @param approver - merges and decides
 * @param report - is filled step by step, so that it tells how far a failed walk came
 */
export async function walk(
  { file, drawing, answers }: WalkArguments,
  architect: Person,
  approver: Person,
  report: WalkReport,
): Promise<void> {
  const { api } = architect;
  const id = await reportStep(report, 'store', () =>
    store(architect, file, drawing),
  );

  const build = await reportStep(report, 'compile', async () => {
    const { $start: _, ...defaults } = answers;
    const started = await api.startBuild(id, { defaults });
    const found = await waitFor(
      'Compiling',
      async () => {
        const now = await api.getBuild(started.id);
        const { status } = now.steps[0];
        return status === 'waiting' || status === 'running' ? undefined : now;
      },
      { seconds: 120 },
    );
    report.diagnostics = found.diagnostics;
    const errors = found.diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    if (errors.length) {
      throw new Problem(
        errors
          .map(
            ({ code, elementId, message, hint }) =>
              `${code}${
                elementId ? ` at ${elementId}` : ''
              }: ${message} (${hint})`,
          )
          .join('; '),
      );
    }
    return found;
  });

  const done = await reportStep(report, 'pull-request', async () => {
    const found = await waitFor(
      'The build',
      async () => {
        const now: Build = await api.getBuild(build.id);
        return now.status === 'running' ? undefined : now;
      },
      { seconds: 120 },
    );
    if (found.status !== 'succeeded') {
      throw new Problem(
        found.steps.flatMap(({ message }) => message ?? []).join('; '),
      );
    }
    return found;
  });

  await reportStep(report, 'merge', async () => {
    for (const { id: pullRequest } of done.pullRequests) {
      await approver.api.mergePullRequest(pullRequest);
    }
  });

  await reportStep(report, 'roll-out', () =>
    deployed(architect, id, done.revision),
  );

  const { processes } = await api.getBuildFiles(done.id);
  // of several pools the one that is started by hand, which then calls the others
  const [process] = [...processes].sort(
    (one, other) => startsByHand(other) - startsByHand(one),
  );
  const instance = await reportStep(report, 'start', () =>
    api.startInstance(id, {
      processId: process?.processId,
      variables: answers.$start ?? {},
    }),
  );
  report.instance = instance.id;

  const types = new Map(
    processes.flatMap(({ elements }) =>
      elements.map(
        element => [element.id, element.type.replace(/^bpmn:/, '')] as const,
      ),
    ),
  );
  const typeOf = (elementId: string) => {
    const type = types.get(elementId);
    return type && type.charAt(0).toLowerCase() + type.slice(1);
  };
  await reportStep(report, 'tasks', async () => {
    try {
      await operate(approver, instance.id, answers, typeOf);
    } finally {
      const { state } = await api.getInstance(instance.id);
      report.path = state?.path ?? [];
      report.variables = state?.variables ?? {};
    }
  });

  await reportStep(report, 'end', async () => {
    const ended = await api.getInstance(instance.id);
    if (ended.status !== 'completed')
      throw new Problem(`The instance is ${ended.status}`);
    report.path = ended.state?.path ?? report.path;
    report.variables = ended.result ?? {};
  });
  report.verdict = 'passed';
}

const startsByHand = ({ start }: ProcessInterface) =>
  Number(start.some(({ kind }) => kind === 'none'));

/** Stores the drawing under the name of its file, or brings what is stored there up to date. */
async function store(
  { api }: Person,
  file: string,
  content: string,
): Promise<string> {
  const title = basename(file).replace(/\.(bpmn|xml)$/i, '');
  const id = resourceIdOf(`walk-${title}`)!;
  const { items } = await api.listArtifacts({ search: id, pageSize: 200 });
  const existing = items.find(artifact => artifact.id === id);
  if (!existing) {
    await api.createArtifact({
      commandId: uuidv7(),
      id,
      title: title || id,
      content,
    });
  } else if ((await api.getContent(id)).content !== content) {
    await api.command(id, {
      type: 'change',
      commandId: uuidv7(),
      expectedSequence: existing.sequence,
      content,
    });
  }
  return id;
}

async function deployed(
  { api }: Person,
  id: string,
  revision: number,
): Promise<void> {
  await waitFor(
    'The roll-out',
    async () => {
      const { items } = await api.listDeployments(id);
      const found = items.find(deployment => deployment.revision === revision);
      if (found?.status === 'failed')
        throw new Problem(found.message ?? 'The worker failed');
      return found?.status === 'deployed' || undefined;
    },
    { seconds: 120 },
  );
}
