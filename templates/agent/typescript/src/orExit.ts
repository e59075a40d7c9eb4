import { StartError } from './errors.ts';

/** Runs a program; what people can put right ends it with a sentence, and no stack. */
export async function orExit(program: () => unknown): Promise<void> {
  try {
    await program();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
