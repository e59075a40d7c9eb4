import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, TOOLS } from '../scripts/factory/paths';
import { step } from '../scripts/factory/step';

/** The release of create-app that makes Backstage 1.55. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** The stock app of the same Backstage release, made and installed once. */
export async function stockApp(): Promise<string> {
  const dir = join(TOOLS, 'stock-app');
  if (existsSync(join(dir, '.installed'))) return dir;
  const releases = join(ROOT, '.yarn', 'releases');
  const yarn = join(releases, readdirSync(releases)[0]);
  if (!existsSync(dir)) {
    await step('Stock app, made', async () => {
      execFileSync(
        'npx',
        ['--yes', CREATE_APP, '--skip-install', '--path', dir],
        {
          input: 'stock\n',
          stdio: ['pipe', 'ignore', 'inherit'],
          // create-app asks for a Yarn; this project has one
          env: {
            ...process.env,
            PATH: `${yarnOnPath(yarn)}:${process.env.PATH}`,
          },
        },
      );
    });
  }
  useOurResolutions(dir);
  await step('Stock app, installed', async () => {
    execFileSync(process.execPath, [yarn, 'install'], {
      cwd: dir,
      stdio: 'ignore',
    });
  });
  writeFileSync(join(dir, '.installed'), '');
  return dir;
}

function yarnOnPath(yarn: string): string {
  const file = join(TOOLS, 'bin', 'yarn');
  execFileSync('mkdir', ['-p', join(TOOLS, 'bin')]);
  writeFileSync(file, `#!/bin/sh\nexec node "${yarn}" "$@"\n`, { mode: 0o755 });
  return join(TOOLS, 'bin');
}

/** The same versions of what both have, so that the ratio compares the apps alone. */
function useOurResolutions(dir: string): void {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const stock = read(join(dir, 'package.json'));
  stock.resolutions = {
    ...stock.resolutions,
    ...read(join(ROOT, 'package.json')).resolutions,
  };
  writeFileSync(join(dir, 'package.json'), JSON.stringify(stock, null, 2));
  const rc = join(dir, '.yarnrc.yml');
  writeFileSync(
    rc,
    readFileSync(rc, 'utf8').replace(
      /^npmMinimalAgeGate.*\n(npmPreapprovedPackages:\n(  .*\n)*)?/m,
      '',
    ),
  );
}
