import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Build } from '../../../plugins/transformation-common/src';
import { ROOT } from '../../factory/paths';
import type { Person } from '../../factory/person';
import { waitFor } from '../../factory/waitFor';

/** The small drawing that the template starts from: a review by a person, then a job. */
export const STARTER = readFileSync(
  join(
    ROOT,
    'templates',
    'process-controller',
    'starters',
    'review',
    'drawing.bpmn',
  ),
  'utf8',
);

/** Stores a drawing under an id. */
export async function store(
  { api }: Person,
  id: string,
  content: string,
): Promise<void> {
  await api.createArtifact({ commandId: uuidv7(), id, title: id, content });
}

/** Builds the newest state and waits for the end, however it is. */
export async function build({ api }: Person, id: string): Promise<Build> {
  const started = await api.startBuild(id, {});
  return buildEnded(api, started.id);
}

export function buildEnded(
  api: Person['api'],
  buildId: string,
): Promise<Build> {
  return waitFor(
    'The build',
    async () => {
      const found = await api.getBuild(buildId);
      return found.status === 'running' ? undefined : found;
    },
    { seconds: 90 },
  );
}

/** Waits until the worker of an artifact's newest merged revision polls. */
export async function deployed({ api }: Person, id: string): Promise<void> {
  await waitFor(
    'The roll-out',
    async () => {
      const { items } = await api.listDeployments(id);
      if (items[0]?.status === 'failed') throw new Error(items[0].message);
      return items[0]?.status === 'deployed' || undefined;
    },
    { seconds: 90 },
  );
}
