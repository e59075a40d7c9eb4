import type { Command } from 'commander';
import { connect } from '../connection';
import { saveStream } from '../files';
import { print } from '../output';
import { wholeNumber } from '../wholeNumber';

/** `factory artifacts export` */
export function exportArtifact(group: Command): void {
  group
    .command('export <id>')
    .description('writes the content of an artifact to a file, byte for byte')
    .requiredOption('-o, --output <file>', 'file to write')
    .option(
      '--sequence <n>',
      'the content as it was at a sequence',
      wholeNumber,
    )
    .addHelpText(
      'after',
      '\nExample:\n  factory artifacts export lead-to-order -o lead-to-order.bpmn',
    )
    .action(async (id: string, { output, sequence }, command: Command) => {
      const response = await connect().api.download(id, sequence);
      const [, expected] =
        /sha-256=:(.+):/.exec(response.headers.get('repr-digest') ?? '') ?? [];
      const saved = await saveStream(response, output, ({ digest }) =>
        digest === Buffer.from(expected ?? '', 'base64').toString('hex')
          ? undefined
          : 'the content is not that of its digest',
      );
      print(
        command,
        { file: output, ...saved },
        `${saved.bytes} bytes to ${output}, SHA-256 ${saved.digest}`,
      );
    });
}
