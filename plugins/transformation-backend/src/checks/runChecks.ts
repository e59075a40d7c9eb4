import type { Check } from '@ameide/plugin-transformation-common';

/** Looks at one thing that the factory needs. */
export interface Probe {
  name: string;
  /** What to do where it is not as it should be. */
  remedy: string;
  /**
   * @returns what there is, with a `warning` where it works and will not for long
   * @throws Error that says what is wrong
   */
  look(): Promise<string | { warning: string }>;
}

const PATIENCE_MS = 10_000;

/** Looks at everything at once; what throws or does not answer has failed. */
export function runChecks(probes: Probe[]): Promise<Check[]> {
  return Promise.all(probes.map(run));
}

async function run({ name, remedy, look }: Probe): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const found = await Promise.race([
      look(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)),
          PATIENCE_MS,
        );
      }),
    ]);
    return typeof found === 'string'
      ? { name, status: 'ok', detail: found }
      : { name, status: 'warning', detail: found.warning, remedy };
  } catch (error) {
    const detail = (error as Error).message || (error as Error).name;
    return { name, status: 'failed', detail, remedy };
  } finally {
    clearTimeout(timer);
  }
}
