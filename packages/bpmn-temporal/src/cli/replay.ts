import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Standing } from '../runtime/report';
import type { CompileResult } from '../types';
import { writeTemporary } from './run';

export interface History {
  readonly workflowId: string;
  /** As the server tells it, or as JSON. */
  readonly history: unknown;
}

/** Where an instance is after its history; or why it can't be replayed. */
export type Replayed = {
  readonly standing?: Standing;
  readonly error?: string;
};

/** Replays histories with a compiled project. */
export async function replay(
  result: CompileResult,
  histories: readonly History[],
): Promise<Map<string, Replayed>> {
  const { bundleWorkflowCode, Runtime, DefaultLogger, Worker } = await import(
    '@temporalio/worker'
  );
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const folder = writeTemporary(result);
  try {
    const workflowModules = [
      join(folder, 'src/runtime/report-standing.gen.ts'),
    ];
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(folder, 'src/workflows.gen.ts'),
      workflowInterceptorModules: workflowModules,
      logger: new DefaultLogger('ERROR'),
    });
    const replayed = new Map<string, Replayed>();
    for (const { workflowId, history } of histories) {
      let standing: Standing | undefined;
      const options = {
        workflowBundle,
        interceptors: { workflowModules },
        sinks: {
          bpmn: {
            standing: {
              fn: (_info: unknown, now: Standing) => {
                standing = now;
              },
              callDuringReplay: true,
            },
          },
        },
      };
      try {
        await Worker.runReplayHistory(options, history, workflowId);
        replayed.set(workflowId, standing ? { standing } : {});
      } catch (error) {
        replayed.set(workflowId, { error: reasonOf(error) });
      }
    }
    return replayed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  const [first = ''] = (
    error instanceof Error ? error.message : String(error)
  ).split('\n');
  return first;
}

/** Why an instance can not go on with the other build; nothing where it can. */
export function differencesOf(
  was: Replayed | undefined,
  would: Replayed | undefined,
  ids: ReadonlyMap<string, string>,
): string[] {
  if (was?.error !== undefined)
    return [`its history does not fit the old drawing: ${was.error}`];
  if (would?.error !== undefined)
    return [`its history does not fit the new drawing: ${would.error}`];
  if (!was?.standing || !would?.standing)
    return ['its history does not come to rest anywhere'];
  const old = renamed(was.standing, ids);
  return (Object.keys(labels) as (keyof Standing)[]).flatMap(part => {
    const [before, after] = [old[part], would.standing?.[part]].map(each =>
      JSON.stringify(each),
    );
    return before === after
      ? []
      : [`${labels[part]}: ${before} now, ${after} with the new drawing`];
  });
}

const labels: Readonly<Record<keyof Standing, string>> = {
  tokens: 'tokens',
  userTasks: 'open user tasks',
  incidents: 'incidents',
  messages: 'messages waited for',
  signals: 'signals waited for',
  timers: 'timers',
  called: 'called processes',
  variables: 'variables',
  local: 'variables of open activities',
  compensations: 'what can be compensated',
};

function renamed(
  standing: Standing,
  ids: ReadonlyMap<string, string>,
): Standing {
  if (ids.size === 0) return standing;
  const text = JSON.stringify(standing).replace(
    /"((?:[^"\\]|\\.)*)"/g,
    (whole, inside: string) => {
      const [id = '', ...rest] = inside.split(/(?=[: ])/);
      const to = ids.get(id);
      return to === undefined ? whole : JSON.stringify([to, ...rest].join(''));
    },
  );
  return JSON.parse(text) as Standing;
}
