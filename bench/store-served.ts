import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { signIn, type Person } from '../scripts/factory/person';
import { step } from '../scripts/factory/step';
import { waitFor } from '../scripts/factory/waitFor';
import { backendReady, startBackend, urlOf } from '../scripts/start/backend';
import type { Engine } from '../scripts/torture/engine';
import { underLoad } from '../scripts/torture/underLoad';
import { rounded, type Figure } from './figures';
import { ARTIFACTS, wordOf } from './store-seed';
import { edit } from './store-editor';

const READS = 100;
const EDITORS = 10;
/** Commands a second of all editors. */
const RATE = 50;

/** Lists, searches and commands at a real backend, over HTTP. */
export async function served(
  engine: Engine,
  dataDir: string,
): Promise<Figure[]> {
  const minutes = Number(process.env.BENCH_MINUTES ?? 10);
  process.env.LOG_LEVEL = 'warn';
  const settings = await underLoad(engine, dataDir);
  const backend = startBackend(settings);
  try {
    await backendReady(backend, settings);
    const ada = await waitFor(
      'The sign-in',
      () => signIn(urlOf(settings), 'user:demo/ada'),
      { seconds: 60 },
    );
    const lists = await step('Lists', () => reads(ada, listing));
    const searches = await step('Searches', () => reads(ada, searching));
    const commands = await step(`Commands for ${minutes} minutes`, () =>
      commandsOf(ada, minutes * 60_000),
    );
    return [
      p95('list_p95_ms', lists, '<= 50'),
      p95('search_p95_ms', searches, '<= 50'),
      p95('commands_p95_ms', commands, '<= 100'),
      {
        name: 'commands a second',
        value: rounded(commands.length / (minutes * 60)),
        unit: '',
        goal: `>= ${RATE * 0.98}`,
      },
    ];
  } finally {
    await backend.stop();
  }
}

type Read = (person: Person, nth: number) => Promise<unknown>;

/** The first pages, and one that follows another, of all and of a kind. */
const listing: Read = async ({ api }, nth) => {
  const kind = nth % 2 ? 'markdown' : undefined;
  await api.listArtifacts({ kind, pageSize: 50 });
};

/** A word that one title has, one of all titles with another, two common words, and the beginning of one. */
const searching: Read = async ({ api }, nth) => {
  const search = [
    `${(nth * 7919) % ARTIFACTS}`,
    `artifact ${wordOf(nth * 100)}`,
    `${wordOf(nth % 50)} ${wordOf((nth * 3) % 50)}`,
    wordOf(nth % 100).slice(0, 5),
  ][nth % 4];
  await api.listArtifacts({ search, pageSize: 50 });
};

async function reads(person: Person, read: Read): Promise<number[]> {
  const times: number[] = [];
  for (let nth = -10; nth < READS; nth++) {
    const start = performance.now();
    await read(person, Math.abs(nth));
    if (nth >= 0) times.push(performance.now() - start);
  }
  return times;
}

/**
 * Editors that each give their commands when it is time, whether the last one
 * was fast or not. A command's time begins when it was to be given.
 */
async function commandsOf(person: Person, ms: number): Promise<number[]> {
  const times: number[] = [];
  const every = (1000 * EDITORS) / RATE;
  const begin = performance.now() + 1_000;
  await Promise.all(
    Array.from({ length: EDITORS }, async (_, nth) => {
      const give = await edit(person, `edited-${nth}-${uuidv7().slice(-12)}`);
      const start = begin + (nth * every) / EDITORS;
      for (let due = start; due < begin + ms; due += every) {
        await sleep(Math.max(0, due - performance.now()));
        await give();
        times.push(performance.now() - due);
      }
    }),
  );
  return times;
}

function p95(name: string, times: number[], goal: string): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const value = rounded(sorted[Math.floor(sorted.length * 0.95)]);
  return { name, value, unit: 'ms', goal };
}
