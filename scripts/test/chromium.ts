import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** A browser that closes itself off: it looks nothing up and runs as root. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The first that is there: on the PATH, Debian's package where it may be
 * installed, Playwright's own download.
 *
 * @returns the program's file, or why there is none
 */
export function findChromium(): { path: string } | { problem: string } {
  const onPath = () =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .flatMap(folder => NAMES.map(name => join(folder, name)))
      .find(isExecutable);
  const there = onPath();
  if (there) return { path: there };
  const problems: string[] = ['none is on the PATH'];
  for (const [what, install] of [
    ["Debian's package", installDebianPackage],
    ["Playwright's download", downloadByPlaywright],
  ] as const) {
    try {
      install();
      const path = onPath() ?? chromium.executablePath();
      if (path && existsSync(path)) return { path };
      problems.push(`${what} brought none`);
    } catch (error) {
      const [reason] = (error as Error).message.trim().split('\n');
      problems.push(`${what} could not be had (${reason})`);
    }
  }
  return { problem: `no Chromium: ${problems.join(', ')}` };
}

function installDebianPackage(): void {
  if (process.getuid?.() !== 0) throw new Error('only root installs packages');
  const options = { stdio: 'ignore' as const, timeout: 300_000 };
  execFileSync('apt-get', ['update'], options);
  execFileSync(
    'apt-get',
    ['install', '--yes', '--no-install-recommends', 'chromium'],
    options,
  );
}

function downloadByPlaywright(): void {
  const cli = require.resolve('playwright-core/cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 300_000,
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
