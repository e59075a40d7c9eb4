import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import type { Output, Step } from '../step';
import { cached } from '../tools/cached';
import { npmInstall } from '../tools/npm';

export async function buf(args: string[], cwd: string): Promise<string> {
  const tool = await cached('buf-1.75.0', scratch =>
    npmInstall(scratch, ['@bufbuild/buf@1.75.0']),
  );
  return call(join(tool, 'node_modules', '.bin', 'buf'), args, { cwd });
}

export const bufLint: Step = {
  name: 'buf lint',
  async run({ dir }) {
    await buf(['lint'], dir);
  },
};

/** The contract fits itself, and a change that breaks callers is found. */
export const bufBreaking: Step = {
  name: 'buf breaking',
  async run({ dir }: Output) {
    await buf(['breaking', '--against', '.'], dir);
    const changed = `${dir}.changed`;
    for (const part of ['proto', 'contracts', 'third_party', 'buf.yaml']) {
      if (existsSync(join(dir, part))) {
        cpSync(join(dir, part), join(changed, part), { recursive: true });
      }
    }
    const file = serviceFile(join(changed, 'proto'));
    const text = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      text
        .replace('string page_token = 2', 'bytes page_token = 2')
        .replace(
          /(bytes page_token = 2.*)\.string\.max_len/,
          '$1.bytes.max_len',
        ),
    );
    const found = await buf(['breaking', '--against', dir], changed).then(
      () => false,
      (error: Error) => error.message.includes('page_token'),
    );
    if (!found) throw new Error('A change that breaks callers was not found');
  },
};

export function serviceFile(dir: string): string {
  const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find(
    name => name.endsWith('_service.proto'),
  );
  if (!found) throw new Error('There is no service');
  return join(dir, found);
}
