import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { compile as compileDrawing } from '../packages/bpmn-temporal/src';
import { ROOT } from '../scripts/factory/paths';
import { median, rounded, type Figure } from './figures';

const RUNS = 30;

/** Compiling the example, beside parsing it with bpmn-moddle, which any compiler has to do. */
export async function compile(): Promise<Figure[]> {
  const xml = readFileSync(
    join(ROOT, 'examples', 'lead-to-order', 'lead-to-order.bpmn'),
    'utf8',
  );
  const compiling: number[] = [];
  const parsing: number[] = [];
  // in turn, so that a change of the machine's speed hits both
  for (let run = -3; run < RUNS; run++) {
    const all = await timed(() =>
      compileDrawing(xml, { name: 'lead-to-order' }),
    );
    const parse = await timed(() => new BpmnModdle().fromXML(xml));
    if (run < 0) continue;
    compiling.push(all);
    parsing.push(parse);
  }
  return [
    {
      name: 'compile lead-to-order',
      value: rounded(median(compiling)),
      unit: 'ms',
    },
    {
      name: 'parse it with bpmn-moddle',
      value: rounded(median(parsing)),
      unit: 'ms',
    },
    {
      name: 'compile / parse',
      value: rounded(median(compiling) / median(parsing)),
      unit: '',
      goal: '<= 8',
    },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
