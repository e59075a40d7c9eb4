import { openAsBlob } from 'node:fs';
import { Command } from 'commander';
import { connect } from '../connection';
import { Failure } from '../failure';
import { saveStream } from '../files';
import { print, table } from '../output';

/** `factory tenants …` */
export function tenants(): Command {
  const group = new Command('tenants').description(
    'The tenant as a whole; for administrators of it',
  );
  group
    .command('export <tenant>')
    .description('writes all artifacts with their history and contents')
    .requiredOption('-o, --output <file>', 'file to write')
    .addHelpText(
      'after',
      '\nExample:\n  factory tenants export demo -o demo.jsonl',
    )
    .action(async (tenant: string, { output }, command: Command) => {
      const response = await connect().api.exportTenant(tenant);
      const saved = await saveStream(response, output, ({ tail }) =>
        /\{"type":"end".*\}\n$/.test(tail)
          ? undefined
          : 'the export broke off; see the log of the backend',
      );
      print(
        command,
        { file: output, ...saved },
        `${saved.bytes} bytes to ${output}, SHA-256 ${saved.digest}`,
      );
    });
  group
    .command('import <tenant> <file>')
    .description('reads an export into a tenant that has no artifacts')
    .addHelpText(
      'after',
      '\nExample:\n  factory tenants import demo demo.jsonl',
    )
    .action(async (tenant: string, file: string, _options, command) => {
      const lines = await openAsBlob(file).catch(error => {
        throw new Failure(`${file} cannot be read (${error.code})`, 2);
      });
      const done = await connect().api.importTenant(tenant, lines);
      const { artifacts, events, contents } = done;
      print(
        command,
        done,
        `${artifacts} artifacts, ${events} events, ${contents} contents`,
      );
    });
  group
    .command('purge <tenant>')
    .description('takes everything of a tenant away, for ever')
    .option('--yes', 'do it; without, nothing is done')
    .addHelpText('after', '\nExample:\n  factory tenants purge demo --yes')
    .action(async (tenant: string, { yes }, command: Command) => {
      assertMeant(yes, `All artifacts of ${tenant} and their history`);
      const done = await connect().api.purgeTenant(tenant);
      const rows = Object.entries(done.rows).filter(([, count]) => count);
      print(command, done, table([['objects', done.objects], ...rows]));
    });
  group
    .command('erase <tenant> <person>')
    .description('puts a pseudonym in place of a person, for ever')
    .option('--yes', 'do it; without, nothing is done')
    .addHelpText(
      'after',
      '\nExample:\n  factory tenants erase demo user:demo/ada --yes',
    )
    .action(async (tenant: string, person: string, { yes }, command) => {
      assertMeant(yes, `The name ${person} in all that was recorded`);
      const done = await connect().api.erasePerson(tenant, person);
      const mentioned = done.mentionedIn.length
        ? `\nStill written in contents of: ${done.mentionedIn.join(', ')}`
        : '';
      print(command, done, `Is ${done.pseudonym} from now on${mentioned}`);
    });
  return group;
}

function assertMeant(yes: boolean | undefined, what: string): void {
  if (yes) return;
  throw new Failure(
    `${what} would be gone for ever, and nothing brings it back but an export or a backup; say --yes to do it`,
    2,
  );
}
