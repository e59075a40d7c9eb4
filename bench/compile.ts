import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { compile as compileDrawing } from '../packages/bpmn-temporal/src/compile';
import { ROOT } from '../scripts/factory/paths';
import { median, rounded, type Figure } from './figures';
import { model } from './models';

const SMALL = 100;
const LARGE = 10_000;

/** A drawing to compile; each run has a text of its own. */
interface Subject {
  readonly name: string;
  readonly runs: number;
  readonly text: (run: number) => string;
}

const example = join(ROOT, 'examples', 'lead-to-order', 'lead-to-order.bpmn');

const subjects: readonly Subject[] = [
  {
    name: 'lead-to-order',
    runs: 30,
    text: () => readFileSync(example, 'utf8'),
  },
  { name: 'small', runs: 60, text: run => model(SMALL, run) },
  { name: 'large', runs: 7, text: run => model(LARGE, run) },
];

/** Compiling, beside parsing with bpmn-moddle, which any compiler has to do; and whether it grows with the drawing only. */
export async function compile(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const ratios: number[] = [];
  const times = new Map<string, number>();
  for (const subject of subjects) {
    const { compiling, parsing } = await measure(subject);
    const ratio = median(compiling.map((ms, at) => ms / parsing[at]));
    ratios.push(ratio);
    times.set(subject.name, median(compiling));
    figures.push(
      ms(`compile ${subject.name}`, median(compiling)),
      ms(`parse ${subject.name} with bpmn-moddle`, median(parsing)),
      {
        name: `${subject.name}: compile / parse`,
        value: rounded(ratio),
        unit: '',
      },
    );
  }
  const perElement = (name: string, elements: number) =>
    (times.get(name) ?? 0) / elements;
  return [
    ...figures,
    {
      // the worst of them
      name: 'compile_over_parse',
      value: rounded(Math.max(...ratios)),
      unit: '',
      goal: '<= 4',
    },
    {
      name: 'compile_growth',
      value: rounded(perElement('large', LARGE) / perElement('small', SMALL)),
      unit: '',
      goal: '<= 1.5',
    },
  ];
}

async function measure({ runs, text }: Subject) {
  const compiling: number[] = [];
  const parsing: number[] = [];
  // in turn, so that a change of the machine's speed hits both
  for (let run = -2; run < runs; run++) {
    const xml = text(run + 2);
    const all = await timed(() => compileDrawing(xml, { name: 'bench' }));
    const parse = await timed(() => new BpmnModdle().fromXML(xml));
    if (run < 0) continue;
    compiling.push(all);
    parsing.push(parse);
  }
  return { compiling, parsing };
}

function ms(name: string, value: number): Figure {
  return { name, value: rounded(value), unit: 'ms' };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  // what is left over from the run before is not this one's
  globalThis.gc?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}
