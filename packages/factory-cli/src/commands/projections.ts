import { Command } from 'commander';
import {
  rebuildProgress,
  type RebuildProgress,
} from '@ameide/plugin-transformation-common';
import { connect } from '../connection';
import { Failure } from '../failure';
import { jsonLines } from '../lines';
import { print, progress, progressDone } from '../output';

/** `factory projections …` */
export function projections(): Command {
  const group = new Command('projections').description(
    'What is made of the streams of events',
  );
  group
    .command('rebuild')
    .description(
      'folds all streams of the tenant again and mends what is not as they say; the factory serves meanwhile',
    )
    .addHelpText('after', '\nExample:\n  factory projections rebuild')
    .action(async (_options, command: Command) => {
      const { api, tenant } = connect();
      const answer = await api.rebuildProjections(tenant);
      let last: RebuildProgress | undefined;
      for await (const line of jsonLines(answer, rebuildProgress)) {
        last = line;
        progress(`${line.done} of ${line.total}`);
      }
      progressDone();
      if (!last?.mended) {
        throw new Failure('The rebuild broke off; see the log of the backend');
      }
      const { total: artifacts, mended } = last;
      const names = mended.length ? `: ${mended.join(', ')}` : '';
      print(
        command,
        { artifacts, mended },
        `${artifacts} artifacts, ${mended.length} mended${names}`,
      );
    });
  return group;
}
