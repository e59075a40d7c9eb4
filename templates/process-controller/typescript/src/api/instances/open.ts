import { manyMark, openAttribute } from '../../runtime/marks.gen.ts';
import type { ProcessState } from '../../runtime/state.gen.ts';
import type { Temporal } from '../temporal/connect.ts';
import { stateOf } from './find.ts';
import { nameOf } from './names.ts';
import { listPage, type PageRequest } from './pages.ts';

/** The filter for running instances that have something open. */
export const hasOpen = (mark: string): string =>
  `ExecutionStatus = 'Running' AND ${openAttribute} IN ('${mark}', '${manyMark}')`;

/** What a page of instances has open, instance by instance. */
export async function listOpen<T>(
  temporal: Temporal,
  mark: string,
  page: PageRequest,
  pick: (state: ProcessState, name: string) => T[],
): Promise<{ items: T[]; nextPageToken: string }> {
  const { executions, nextPageToken } = await listPage(
    temporal,
    hasOpen(mark),
    page,
  );
  const found = await Promise.all(
    executions.map(async ({ execution }) => {
      const id = execution?.workflowId ?? '';
      const state = await stateOf(temporal.client.workflow.getHandle(id));
      return pick(state, nameOf(id));
    }),
  );
  return { items: found.flat(), nextPageToken };
}
