import { check } from './check';
import { compileFiles } from './compile';
import { diff } from './diff';
import { explain } from './explain';
import { reset } from './reset';
import { run } from './run';
import { UsageError } from './usage';

const help = `bpmn-temporal: BPMN 2.0 drawings to Temporal projects in TypeScript

  compile FILE… --out DIR    writes the project; several files: each to DIR/<name>
  check FILE…                says what is wrong with drawings, and writes nothing
  explain CODE|ELEMENT|FILE:LINE
                             tells what a code means, or where an element is in a project
  diff OLD NEW               tells which running instances could move to the new drawing, and why not the others
  run FILE                   compiles, and starts a worker against a Temporal server
  reset WORKFLOW_ID --to ELEMENT
                             lets an instance go on anew from before an element

bpmn-temporal COMMAND --help tells the options.
Exit codes: 0 well; 1 refused, drifted or not movable; 2 called in a wrong way.
`;

const commands: Readonly<
  Record<string, { help: string; run: (args: string[]) => Promise<number> }>
> = { compile: compileFiles, check, explain, diff, run, reset };

/** The command line; answers the exit code: 0 well, 1 refused or drifted, 2 wrong usage. */
export async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`There is no command ${name}.\n\n${help}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${command.help}`);
      return 2;
    }
    // What went wrong outside, such as a server that can't be reached; DEBUG tells where.
    const { message, stack } =
      error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`${process.env.DEBUG ? stack : message}\n`);
    return 1;
  }
}
