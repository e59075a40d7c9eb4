/** Something that the user can mend; its message is all that is shown. */
export class Problem extends Error {}

/** Runs a script; a problem ends it with one sentence instead of a stack. */
export async function runScript(main: () => Promise<number | void>) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
