import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Person } from '../../factory/person';
import { waitFor } from '../../factory/waitFor';

/** Starts a task of the scaffolder; once its template is in the catalog, which may be a moment after the start. */
export async function startTask(
  person: Person,
  template: string,
  values: object,
): Promise<string> {
  const started = await waitFor(
    `The template ${template} in the catalog`,
    async () => {
      const response = await person.fetch('/api/scaffolder/v2/tasks', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          templateRef: `template:default/${template}`,
          values,
        }),
      });
      return response.status === 201 ? response.json() : undefined;
    },
    { seconds: 30 },
  );
  return z.object({ id: z.string() }).parse(started).id;
}

/** Waits for the end of a task, which has to be a good one. */
export async function finishTask(person: Person, id: string): Promise<void> {
  const status = await waitFor(
    'The task',
    async () => {
      const found = await person.fetch(`/api/scaffolder/v2/tasks/${id}`);
      const task = z.object({ status: z.string() });
      const now = task.parse(await found.json()).status;
      return ['open', 'processing'].includes(now) ? undefined : now;
    },
    { seconds: 90 },
  );
  const log = await person.fetch(`/api/scaffolder/v2/tasks/${id}/events`);
  assert.equal(status, 'completed', (await log.text()).slice(-3000));
}
