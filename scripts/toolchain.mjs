// Runs a command with the Node, the packages and the tools that this project
// needs, and fetches first what is missing. Works with any Node from 20 on and
// uses nothing but npm.
//
//   node scripts/toolchain.mjs COMMAND [ARGUMENT ...]
//
// COMMAND is a program of node_modules/.bin, or `ts FILE` for a script of ours.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const TOOLS = join(ROOT, '.cache', 'toolchain');
const NODE_MAJOR = 24;

class Problem extends Error {}

/** Runs a program; its output goes to a log file where one is given, and its last lines are told if it fails. */
function run(program, args, { env = process.env, log } = {}) {
  const output = log ? openSync(log, 'w') : 'inherit';
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env,
      stdio: [log ? 'ignore' : 'inherit', output, output],
      shell: process.platform === 'win32',
    });
    // Ctrl-C reaches the child too; it ends itself, and we after it
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => child.kill(signal));
    // npm does not hand a SIGTERM on, it leaves: then nobody waits for what we run
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM');
    }, 500).unref();
    child.once('error', () =>
      reject(
        new Problem(`${program} is not installed; install it and try again`),
      ),
    );
    child.once('close', code => resolve(code ?? 1));
  });
}

async function step(text, work) {
  const start = Date.now();
  process.stderr.write(`${text} ... `);
  try {
    await work();
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
  process.stderr.write(`${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

function lastLines(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}

/** The folder of the right Node's program. */
async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) === NODE_MAJOR)
    return dirname(process.execPath);
  const prefix = join(TOOLS, 'node');
  const bin = join(prefix, 'node_modules', 'node', 'bin');
  if (!existsSync(join(bin, 'node')) && !existsSync(join(bin, 'node.exe'))) {
    mkdirSync(prefix, { recursive: true });
    const log = join(TOOLS, 'node.log');
    await step(
      `Fetching Node ${NODE_MAJOR} (this is ${process.version})`,
      async () => {
        const code = await run(
          'npm',
          [
            'install',
            '--no-save',
            '--no-audit',
            '--no-fund',
            '--prefix',
            prefix,
            `node@${NODE_MAJOR}`,
          ],
          { log },
        );
        if (code !== 0)
          throw new Problem(
            `npm could not fetch Node ${NODE_MAJOR}; is there a network? The end of ${log}:\n${lastLines(
              log,
            )}`,
          );
      },
    );
  }
  return bin;
}

/** Headers of Node, so that packages with native code need no download to build. */
function nodeHeaders() {
  const modules = join(TOOLS, 'node', 'node_modules', 'node', 'node_modules');
  if (!existsSync(modules)) return undefined;
  const platform = readdirSync(modules).find(name =>
    existsSync(join(modules, name, 'include', 'node')),
  );
  return platform && join(modules, platform);
}

/** A digest of everything that decides what gets installed. */
function wantedInstall() {
  const hash = createHash('sha256');
  const add = file =>
    existsSync(file) && hash.update(file).update(readFileSync(file));
  for (const name of ['package.json', 'yarn.lock', '.yarnrc.yml'])
    add(join(ROOT, name));
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(ROOT, folder)).sort())
      add(join(ROOT, folder, name, 'package.json'));
  }
  return hash.digest('hex');
}

async function ensureInstall(env) {
  const stamp = join(ROOT, 'node_modules', '.factory-install');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedInstall())
    return;
  mkdirSync(TOOLS, { recursive: true });
  const log = join(TOOLS, 'install.log');
  const yarn = join(
    ROOT,
    '.yarn',
    'releases',
    readdirSync(join(ROOT, '.yarn', 'releases'))[0],
  );
  const headers = nodeHeaders();
  await step('Installing packages', async () => {
    const code = await run(
      'node',
      [yarn, 'install', ...(process.env.CI ? ['--immutable'] : [])],
      {
        env: { ...env, ...(headers && { npm_config_nodedir: headers }) },
        log,
      },
    );
    if (code !== 0)
      throw new Problem(
        `The packages could not be installed; is there a network? The end of ${log}:\n${lastLines(
          log,
        )}`,
      );
  });
  writeFileSync(stamp, wantedInstall());
}

async function main([command, ...args]) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Problem(
      `Node ${process.version} is too old; install Node 20 or later and try again`,
    );
  }
  const nodeBin = await ensureNode();
  const separator = process.platform === 'win32' ? ';' : ':';
  const bins = [join(ROOT, 'node_modules', '.bin'), nodeBin];
  const env = {
    ...process.env,
    PATH: [...bins, process.env.PATH].join(separator),
  };
  await ensureInstall(env);
  if (command === 'ts') {
    const loader = join(
      ROOT,
      'node_modules',
      '@backstage',
      'cli',
      'config',
      'nodeTransform.cjs',
    );
    return run('node', ['--require', loader, ...args], { env });
  }
  return run(command, args, { env });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
