import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input } from './inputs';
import { readTemplate, writeFiles, type Scaffolder } from './scaffolder';
import { runStep, Skip, type Outcome, type Output, type Step } from './step';

/** Generation has to stay below this. */
const MOST_MS = 5_000;

/** One template with one parameter file. */
export interface Run {
  template: string;
  language: string;
  input: string;
  steps: Outcome[];
}

/**
 * Makes the output and takes it through all steps; where a step has failed, the others run all the same.
 *
 * @param signal - no step begins after it
 */
export async function verify(
  input: Input,
  steps: () => Step[],
  scaffolder: Scaffolder,
  databaseUrl: string,
  tell: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<Run> {
  const scratch = mkdtempSync(join(tmpdir(), 'verify-'));
  const output: Output = {
    dir: join(scratch, 'output'),
    input,
    scaffolder,
    databaseUrl,
  };
  const outcomes: Outcome[] = [];
  const take = async (name: string, run: () => Promise<string | void>) => {
    signal.throwIfAborted();
    const outcome = await runStep({ name, run }, output);
    tell(outcome);
    outcomes.push(outcome);
    return outcome;
  };
  try {
    if (input.refused) {
      await take('refused', () => refuse(output));
    } else {
      const made = await take('scaffold', () => make(output));
      for (const { name, run } of steps()) {
        await take(name, async () => {
          if (made.verdict !== 'pass') throw new Skip('nothing was made');
          return run(output);
        });
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const { template, language, name } = input;
  return { template, language, input: name, steps: outcomes };
}

async function make({ dir, input, scaffolder }: Output): Promise<string> {
  const start = performance.now();
  const result = await scaffolder.scaffold(
    readTemplate(input.template),
    input.values,
  );
  const ms = performance.now() - start;
  if ('refused' in result) throw new Error(`Refused: ${result.refused}`);
  writeFiles(dir, result.files);
  writeFiles(`${dir}.pristine`, result.files);
  if (ms > MOST_MS) throw new Error(`Generation took ${Math.round(ms)} ms`);
  return `${result.files.length} files`;
}

async function refuse({ input, scaffolder }: Output): Promise<string> {
  const result = await scaffolder.scaffold(
    readTemplate(input.template),
    input.values,
  );
  if ('refused' in result) return result.refused.slice(0, 300);
  throw new Error('It was not refused');
}
