import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output, Step } from '../step';

/**
 * A drawing that has another end than the worker makes the tests of its paths fail.
 *
 * @param generate - lists the paths anew
 * @param paths - tests them
 */
export const changedDrawing = (generate: Step, paths: Step): Step => ({
  name: 'changed drawing',
  async run(output: Output) {
    const file = join(output.dir, `${String(output.input.values.name)}.bpmn`);
    const drawing = readFileSync(file, 'utf8');
    writeFileSync(file, drawing.replaceAll('End_Done', 'End_Changed'));
    try {
      await generate.run(output);
      const noticed = await paths.run(output).then(
        () => false,
        (error: Error) => error.message.includes('End_Changed'),
      );
      if (!noticed) throw new Error('Nobody has noticed the change');
    } finally {
      writeFileSync(file, drawing);
      await generate.run(output);
    }
    return undefined;
  },
});
