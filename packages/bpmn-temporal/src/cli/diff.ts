import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileFile,
  compileHelp,
  compileOptions,
  isRefused,
  lineOf,
} from './compiling';
import { changesOf } from './diff-drawings';
import { differencesOf, replay } from './replay';
import type { History } from './replay';
import type { Standing } from '../runtime/report';
import { move } from './move';
import { connected, runningInstances } from './running';
import { readArguments, readJson, UsageError } from './usage';

export const diff = {
  help: `bpmn-temporal diff OLD NEW

Says what has changed between two drawings. With instances to look at, also which of them could go on with the new one:
their histories are replayed with both, and what is open afterwards has to be the same.

  --address HOST:PORT   looks at the running instances of a Temporal server
  --namespace NAME      default unless it is said
  --histories DIR       looks at histories: *.json as \`temporal workflow show --output json\` writes them
  --map OLD=NEW         an element that has another id now; may be given more than once
  --move DEPLOYMENT/BUILD
                        moves those that could to this Worker Deployment Version, and undoes it where it does not answer
${compileHelp}`,
  async run(args: string[]): Promise<number> {
    const { values, positionals } = readArguments(args, {
      ...compileOptions,
      address: { type: 'string' },
      namespace: { type: 'string', default: 'default' },
      histories: { type: 'string' },
      map: { type: 'string', multiple: true, default: [] },
      move: { type: 'string' },
    });
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length)
      throw new UsageError('Say two drawings: OLD NEW');
    const settings = { ...values, name: 'diff' };
    const [older, newer] = [
      await compileFile(before, settings),
      await compileFile(after, settings),
    ];
    for (const [file, result] of [
      [before, older],
      [after, newer],
    ] as const)
      if (isRefused(result)) {
        for (const diagnostic of result.diagnostics)
          process.stderr.write(`${lineOf(file, diagnostic)}\n`);
        return 1;
      }
    const changes = changesOf(older, newer);
    process.stdout.write(
      changes.length
        ? `${changes.join('\n')}\n`
        : 'Nothing has changed that is executed\n',
    );
    const types = older.processes.map(({ workflowType }) => workflowType);
    const histories = [
      ...(values.histories === undefined
        ? []
        : readHistories(values.histories)),
      ...(values.address === undefined
        ? []
        : await runningInstances(values.address, values.namespace, types)),
    ];
    if (!histories.length) return 0;
    const ids = idMap(values.map);
    const mover =
      values.move === undefined
        ? undefined
        : moverTo(values.move, values.address, values.namespace);
    const was = await replay(older, histories);
    const would = await replay(newer, histories);
    let stay = 0;
    for (const { workflowId } of histories) {
      const replayed = would.get(workflowId);
      const why = differencesOf(was.get(workflowId), replayed, ids);
      if (!why.length && mover && replayed?.standing)
        why.push(...(await mover(workflowId, replayed.standing)));
      if (why.length) stay += 1;
      process.stdout.write(
        why.length
          ? `${workflowId}: stays\n${why.map(one => `  ${one}\n`).join('')}`
          : `${workflowId}: ${mover ? 'moved' : 'could move'}\n`,
      );
    }
    process.stdout.write(
      `${histories.length - stay} of ${
        histories.length
      } instances could move\n`,
    );
    return stay ? 1 : 0;
  },
};

/** @throws UsageError where it does not say a version, or there is no server to move on */
function moverTo(
  version: string,
  address: string | undefined,
  namespace: string,
) {
  const [deploymentName, buildId, ...more] = version.split('/');
  if (!deploymentName || !buildId || more.length || address === undefined)
    throw new UsageError('Say --move DEPLOYMENT/BUILD together with --address');
  return (workflowId: string, standing: Standing) =>
    connected(address, namespace, async client => {
      const target = { deploymentName, buildId };
      const why = await move(client, workflowId, target, standing);
      return why === undefined ? [] : [why];
    });
}

function readHistories(folder: string): History[] {
  if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}`);
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => ({
      workflowId: name.replace(/\.json$/, ''),
      history: readJson(join(folder, name)),
    }));
}

function idMap(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map(pair => {
      const [from, to, ...more] = pair.split('=');
      if (!from || !to || more.length)
        throw new UsageError(`--map ${pair}: write OLD=NEW`);
      return [from, to];
    }),
  );
}
