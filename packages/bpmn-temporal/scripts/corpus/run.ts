import { join } from 'node:path';
import type { Arguments } from './arguments';
import { drawingsBelow } from './files';
import { runAll } from './pool';
import type { Answer, FileResult, Task } from './verdict';

/** As many projects as are type-checked at a time: the more, the less often the runtime is. */
const batchSize = 40;

/** Compiles every drawing below the folder, and type-checks what came out if that is asked for. */
export async function runCorpus(
  { folder, mode, typecheck, parallel, limitMs }: Arguments,
  progress: (text: string) => void,
): Promise<FileResult[]> {
  const tasks = drawingsBelow(folder).map(
    (file): Task => ({
      file,
      path: join(folder, file),
      mode,
      output: typecheck,
    }),
  );
  const answers = new Map<string, Answer>();
  await runAll<Task, Answer>(tasks, { parallel, limitMs }, (task, outcome) => {
    answers.set(
      task.file,
      outcome.kind === 'answer'
        ? outcome.answer
        : { result: failed(task.file, outcome, limitMs) },
    );
    if (answers.size % 100 === 0 || answers.size === tasks.length)
      progress(`${answers.size} of ${tasks.length} compiled or refused`);
  });
  if (typecheck)
    await checkAll([...answers.values()], { parallel, limitMs }, progress);
  return tasks.flatMap(({ file }) => answers.get(file)?.result ?? []);
}

async function checkAll(
  answers: readonly Answer[],
  { parallel, limitMs }: { parallel: number; limitMs: number },
  progress: (text: string) => void,
): Promise<void> {
  const written = answers.filter(({ output }) => output);
  const batches: Answer[][] = [];
  for (let at = 0; at < written.length; at += batchSize)
    batches.push(written.slice(at, at + batchSize));
  const tasks = batches.map(batch => batch.map(({ output = {} }) => output));
  let checked = 0;
  await runAll<Record<string, string>[], string[][]>(
    tasks,
    { parallel, limitMs: Math.max(limitMs * 10, 300_000) },
    (task, outcome) => {
      const batch = batches[tasks.indexOf(task)] ?? [];
      for (const [index, { result }] of batch.entries()) {
        const errors =
          outcome.kind === 'answer'
            ? outcome.answer[index] ?? []
            : [`the type check ended: ${outcome.kind}`];
        if (!errors.length) continue;
        result.verdict = 'typeerror';
        result.reason = errors.slice(0, 5).join('\n');
      }
      checked += batch.length;
      progress(`${checked} of ${written.length} type-checked`);
    },
  );
}

function failed(
  file: string,
  outcome: { kind: 'timeout' } | { kind: 'died'; reason: string },
  limitMs: number,
): FileResult {
  const timeout = outcome.kind === 'timeout';
  return {
    file,
    verdict: timeout ? 'timeout' : 'crashed',
    codes: [],
    elementIds: [],
    warnings: [],
    reason: timeout ? `took more than ${limitMs} ms` : outcome.reason,
    processes: [],
    ms: timeout ? limitMs : 0,
  };
}
