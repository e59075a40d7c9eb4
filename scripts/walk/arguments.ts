import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem } from '../factory/problem';

const variables = z.record(z.string(), z.unknown());

/** Variables by job type, user task id or message name; `$start` has those of the start. */
export type Answers = Record<string, Record<string, unknown>>;

/** What the command line asks for. */
export interface WalkArguments {
  file: string;
  drawing: string;
  answers: Answers;
  /** Where the report goes, besides the screen. */
  json?: string;
}

/** @throws Problem that says how the command is called */
export function readArguments(args: string[]): WalkArguments {
  const usage = 'npm run walk -- FILE.bpmn [--jobs FILE] [--json FILE]';
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { jobs: { type: 'string' }, json: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (!file || more.length) throw new Error('one FILE.bpmn is needed');
    return {
      file,
      drawing: read(file),
      answers: values.jobs ? readAnswers(values.jobs) : {},
      json: values.json,
    };
  } catch (error) {
    throw new Problem(`${(error as Error).message}\nUsage: ${usage}`);
  }
}

function readAnswers(file: string): Answers {
  try {
    return z.record(z.string(), variables).parse(JSON.parse(read(file)));
  } catch (error) {
    const reason =
      error instanceof z.ZodError
        ? error.issues
            .map(({ path, message }) => `${path.join('.')}: ${message}`)
            .join('; ')
        : (error as Error).message;
    throw new Error(
      `${file}: ${reason}; it has to be JSON like { "job-type": { "variable": 1 } }`,
    );
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file} cannot be read`);
  }
}
