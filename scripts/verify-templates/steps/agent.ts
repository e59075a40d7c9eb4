import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Skip, type Output, type Step } from '../step';

/** Steps that agents alone have. */
export const agentService = {
  /** Each tool has a stub with the arguments of its contract. */
  stubs: {
    name: 'stubs of tools',
    async run({ dir }: Output) {
      const stubs = JSON.parse(
        readFileSync(join(dir, 'gen', 'tools.json'), 'utf8'),
      ) as { arguments: { properties: object } }[];
      if (stubs.some(stub => !Object.keys(stub.arguments.properties).length)) {
        throw new Error('A tool has no arguments');
      }
      return `${stubs.length} stubs`;
    },
  } satisfies Step,

  /**
   * A pass is recorded, and one that does not go as expected takes the record away.
   *
   * @param makeSandbox - runs `make sandbox`
   */
  sandbox: (makeSandbox: Step): Step => ({
    name: 'sandbox',
    async run(output: Output) {
      const dir = join(output.dir, 'sandbox', 'scenarios');
      const files = existsSync(dir)
        ? readdirSync(dir).filter(name => name.endsWith('.yaml'))
        : [];
      if (!files.length) {
        throw new Skip('which way the graph is to take is for people to say');
      }
      const record = join(output.dir, 'sandbox', 'passed.json');
      await makeSandbox.run(output);
      const { digest } = JSON.parse(readFileSync(record, 'utf8'));
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) {
        throw new Error('There is no record of the pass');
      }
      const file = join(dir, files[0]);
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replace('trajectory:', 'status: declined\n  trajectory:'),
      );
      const failed = await makeSandbox.run(output).then(
        () => false,
        (error: Error) => error.message.includes('status is'),
      );
      writeFileSync(file, text);
      if (!failed || existsSync(record)) {
        throw new Error('A scenario that fails was not noticed');
      }
      return `${files.length} scenarios`;
    },
  }),
};
