import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Child } from '../../factory/child';
import { ROOT, type Settings } from '../../factory/paths';
import { signIn, type Person } from '../../factory/person';
import { freePort } from '../../factory/ports';
import { waitFor } from '../../factory/waitFor';
import { appIsStale, buildApp } from '../../start/app';
import { backendReady, startBackend, urlOf } from '../../start/backend';
import { temporalCli } from '../../temporal/binaries';
import { startTemporal } from '../../temporal/devServer';

/** A factory for tests: its own ports, its own data, parts that can be killed. */
export interface TestFactory {
  settings: Settings;
  url: string;
  persons: Record<'ada' | 'ben' | 'vera' | 'tina' | 'scout' | 'olga', Person>;
  /** SIGKILL, as a machine that fails. */
  killBackend(): void;
  restartBackend(): Promise<void>;
  stopTemporal(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestFactory(): Promise<TestFactory> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ameide-factory-'));
  const temporalPort = await freePort();
  const settings: Settings = {
    dataDir,
    port: await freePort(),
    temporalPort,
    temporalUiPort: await freePort(),
  };
  addTemplate();
  if (appIsStale()) await buildApp(settings);
  const temporal = await startTemporal(await temporalCli(), settings);
  let backend: Child = startBackend(settings);
  await backendReady(backend, settings);
  const url = urlOf(settings);
  const person = (ref: string) =>
    waitFor(`The sign-in of ${ref}`, () => signIn(url, ref), { seconds: 60 });
  return {
    settings,
    url,
    persons: {
      ada: await person('user:demo/ada'),
      ben: await person('user:demo/ben'),
      vera: await person('user:demo/vera'),
      tina: await person('user:demo/tina'),
      scout: await person('user:demo/agent-scout'),
      olga: await person('user:other/olga'),
    },
    killBackend: () => {
      backend.process.kill('SIGKILL');
    },
    async restartBackend() {
      await backend.stop();
      backend = startBackend(settings);
      await backendReady(backend, settings);
    },
    stopTemporal: () => temporal.stop(),
    async stop() {
      await backend.stop();
      await temporal.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The catalog's locations as configured, and a template that only tests have; a list is replaced, never added to. */
function addTemplate(): void {
  const config = parse(readFileSync(join(ROOT, 'app-config.yaml'), 'utf8')) as {
    catalog: { locations: object[] };
  };
  process.env.APP_CONFIG_catalog_locations = JSON.stringify([
    ...config.catalog.locations,
    {
      type: 'file',
      target: join(__dirname, 'upload-template.yaml'),
      rules: [{ allow: ['Template'] }],
    },
  ]);
}
