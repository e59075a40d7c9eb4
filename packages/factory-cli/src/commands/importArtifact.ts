import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { v7 as uuidv7 } from 'uuid';
import {
  resourceIdOf,
  TransformationApiError,
  type TransformationClient,
} from '@ameide/plugin-transformation-common';
import { connect } from '../connection';
import { Failure } from '../failure';
import { print } from '../output';

const KINDS: Record<string, string> = {
  '.bpmn': 'bpmn',
  '.dmn': 'dmn',
  '.md': 'markdown',
  '.archimate': 'archimate',
};

/** `factory artifacts import` */
export function importArtifact(group: Command): void {
  group
    .command('import <file>')
    .description('makes an artifact of a file, or changes it where it is there')
    .option('--id <id>', 'id of the artifact; made of the name of the file')
    .option('--title <title>', 'title of a new artifact; the name of the file')
    .option(
      '--kind <kind>',
      'kind of a new artifact; told by .bpmn, .dmn, .md, .archimate',
    )
    .option('--owner <ref>', 'owner of a new artifact; you')
    .addHelpText(
      'after',
      '\nExamples:\n  factory artifacts import lead-to-order.bpmn\n  factory artifacts import agent.yaml --kind agent-definition --title Scout',
    )
    .action(async (file: string, options: Options, command: Command) => {
      const { api } = connect();
      const content = await textOf(file);
      const name = basename(file, extname(file));
      const id = options.id ?? resourceIdOf(name);
      if (!id) throw new Failure(`No id can be made of ${name}; give --id`, 2);
      const commandId = uuidv7();
      const sequence = await sequenceOf(api, id);
      const { artifact } = sequence
        ? await api.command(id, {
            type: 'change',
            commandId,
            expectedSequence: sequence,
            content,
          })
        : await api.createArtifact({
            commandId,
            id,
            title: options.title ?? name,
            kind: options.kind ?? kindOf(file),
            owner: options.owner,
            content,
          });
      const done = sequence ? 'Changed' : 'Made';
      const text = `${done} ${artifact.name}, at sequence ${artifact.sequence}`;
      print(command, artifact, text);
    });
}

interface Options {
  id?: string;
  title?: string;
  kind?: string;
  owner?: string;
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch(error => {
    throw new Failure(`${file} cannot be read (${error.code})`, 2);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new Failure(`${file} is no UTF-8; save it as UTF-8`);
  }
}

function kindOf(file: string): string {
  const kind = KINDS[extname(file).toLowerCase()];
  if (kind) return kind;
  throw new Failure(`The name ${file} does not tell a kind; give --kind`, 2);
}

/** Where an artifact stands; undefined where there is none. */
async function sequenceOf(
  api: TransformationClient,
  id: string,
): Promise<number | undefined> {
  try {
    return (await api.getArtifact(id)).sequence;
  } catch (error) {
    if (error instanceof TransformationApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
