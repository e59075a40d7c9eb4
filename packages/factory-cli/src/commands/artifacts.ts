import { Command } from 'commander';
import type { ArtifactEvent } from '@ameide/plugin-transformation-common';
import { connect } from '../connection';
import { print, table } from '../output';
import { exportArtifact } from './exportArtifact';
import { importArtifact } from './importArtifact';

/** `factory artifacts …` */
export function artifacts(): Command {
  const group = new Command('artifacts').description(
    'Artifacts of the tenant, and their contents',
  );
  group
    .command('list')
    .description(
      'lists artifacts, the last changed first; those that a search finds by the rarest of its words',
    )
    .option('--kind <kind>', 'of one kind alone')
    .option('--owner <ref>', 'of one owner alone')
    .option('--tag <tag>', 'with a tag')
    .option('--search <text>', 'with words in title, id, tags or content')
    .option('--archived', 'archived ones, in place of those in use')
    .addHelpText('after', '\nExample:\n  factory artifacts list --kind bpmn')
    .action(async (filter, command: Command) => {
      const { api } = connect();
      const items = [];
      let pageToken: string | undefined;
      do {
        const page = await api.listArtifacts({
          ...filter,
          pageSize: 200,
          pageToken,
        });
        items.push(...page.items);
        pageToken = page.nextPageToken;
      } while (pageToken);
      const rows = items.map(({ id, kind, sequence, updatedAt, title }) => [
        id,
        kind,
        sequence,
        updatedAt,
        title,
      ]);
      const head = ['ID', 'KIND', 'SEQUENCE', 'CHANGED', 'TITLE'];
      print(command, items, table([head, ...rows]));
    });
  group
    .command('get <id>')
    .description('tells where an artifact stands')
    .addHelpText('after', '\nExample:\n  factory artifacts get lead-to-order')
    .action(async (id: string, _options, command: Command) => {
      const artifact = await connect().api.getArtifact(id);
      const { latestRevision: revision } = artifact;
      const rows = [
        ['name', artifact.name],
        ['title', artifact.title],
        ['kind', artifact.kind],
        ['owner', artifact.owner],
        ['sequence', artifact.sequence],
        ['changed', `${artifact.updatedAt} by ${artifact.updatedBy}`],
        ['tags', artifact.tags.join(', ') || '-'],
        ['revision', revision ? `${revision.number}, ${revision.status}` : '-'],
      ];
      print(command, artifact, table(rows));
    });
  group
    .command('history <id>')
    .description('tells what happened to an artifact, oldest first')
    .addHelpText(
      'after',
      '\nExample:\n  factory artifacts history lead-to-order',
    )
    .action(async (id: string, _options, command: Command) => {
      const { items } = await connect().api.listEvents(id);
      const rows = items.map(event => [
        event.sequence,
        event.at,
        event.by,
        event.type,
        detailOf(event),
      ]);
      print(command, items, table(rows));
    });
  exportArtifact(group);
  importArtifact(group);
  return group;
}

function detailOf({ type, data }: ArtifactEvent): string {
  if (type !== 'content-changed') return '';
  const [first, ...others] = [...data.changes, ...data.layout];
  if (!first) return '';
  const more = others.length ? ` and ${others.length} more` : '';
  return `${first.elementName ?? first.elementId} ${first.change}${more}`;
}
