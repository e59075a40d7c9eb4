import { step } from '../factory/step';
import { endStray, type Child } from '../factory/child';
import { logOf, type Settings } from '../factory/paths';
import { signIn } from '../factory/person';
import { assertPortFree } from '../factory/ports';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';
import { temporalCli } from '../temporal/binaries';
import { startTemporal } from '../temporal/devServer';
import { appIsStale, buildApp } from './app';
import { backendReady, startBackend, urlOf } from './backend';
import {
  ensureExample,
  exampleDeployed,
  startExampleInstances,
} from './example';

/** A factory that runs. */
export interface RunningFactory {
  url: string;
  /** The exit code, once it was stopped or a part of it ended by itself. */
  ended: Promise<number>;
}

/**
 * Starts everything: Temporal, the backend with the page, the example. What
 * was started is stopped again when `stop` is aborted or a step fails.
 *
 * @returns undefined where `stop` was aborted before it was ready
 */
export async function startFactory(
  settings: Settings,
  stop: AbortSignal,
): Promise<RunningFactory | undefined> {
  const children: Child[] = [];
  const stopAll = async () => {
    for (const child of children.reverse()) await child.stop();
  };
  try {
    await startParts(settings, children, stop);
  } catch (error) {
    await stopAll();
    if (stop.aborted) return undefined;
    throw error;
  }
  const ended = Promise.race([
    new Promise<number>(resolve => {
      stop.addEventListener('abort', () => resolve(0));
      if (stop.aborted) resolve(0);
    }),
    ...children.map(
      child =>
        new Promise<number>(resolve => {
          child.process.once('exit', () => {
            process.stderr.write(
              `\n${child.process.spawnfile} ended; the end of ${
                child.log
              }:\n${child.lastLines()}\n`,
            );
            resolve(1);
          });
        }),
    ),
  ]).then(async code => {
    await stopAll();
    return code;
  });
  return { url: urlOf(settings), ended };
}

async function startParts(
  settings: Settings,
  children: Child[],
  stop: AbortSignal,
): Promise<void> {
  const unlessStopped = () => {
    if (stop.aborted) throw new Problem('Stopped');
  };
  for (const part of ['backend', 'temporal']) {
    await endStray(logOf(settings, part));
  }
  await assertPortFree(settings.port, 'AMEIDE_PORT');
  await assertPortFree(settings.temporalPort, 'AMEIDE_TEMPORAL_PORT');
  const cli = await step('Temporal command line tool', temporalCli);
  unlessStopped();
  const temporal = step('Temporal server', async () => {
    children.push(await startTemporal(cli, settings));
  });
  if (appIsStale()) {
    await temporal;
    await step('Page, built once', () => buildApp(settings));
    unlessStopped();
  }
  await step('Backend', async () => {
    const backend = startBackend(settings);
    children.push(backend);
    await temporal;
    await backendReady(backend, settings);
  });
  unlessStopped();

  const url = urlOf(settings);
  const [ada, ben] = await step('Example catalog', () =>
    waitFor(
      'The loading of the example catalog',
      () =>
        Promise.all([
          signIn(url, 'user:demo/ada'),
          signIn(url, 'user:demo/ben'),
        ]),
      { seconds: 60 },
    ),
  );
  unlessStopped();
  const isNew = await step('Example process', () => ensureExample(ada, ben));
  await step('Worker of the example', () => exampleDeployed(ada));
  unlessStopped();
  if (isNew) {
    await step('Instances of the example', () =>
      startExampleInstances(ada, ben),
    );
  }
  await step('Page', async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Problem(`The page answers ${response.status}`);
  });
}
