import { Command } from 'commander';
import { artifacts } from './commands/artifacts';
import { doctor } from './commands/doctor';
import { projections } from './commands/projections';
import { tenants } from './commands/tenants';

/** All commands. */
export function createProgram(): Command {
  const program = new Command('factory')
    .description('The Ameide factory from the command line')
    .option('--json', 'print results as JSON')
    .addHelpText(
      'after',
      `
Environment:
  FACTORY_URL    where the factory answers, http://localhost:7007 where it is not set
  FACTORY_TOKEN  a Backstage token of a user, whose tenant is asked about

Exit codes: 0 done, 1 refused or failed, 2 called in a wrong way`,
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  program.addCommand(artifacts());
  program.addCommand(projections());
  program.addCommand(tenants());
  program.addCommand(doctor());
  for (const command of program.commands) {
    command.exitOverride();
    for (const nested of command.commands) nested.exitOverride();
  }
  return program;
}
