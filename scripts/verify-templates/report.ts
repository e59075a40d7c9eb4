import type { Outcome } from './step';
import type { Run } from './verify';

const MARKS = { pass: '✓', fail: '✗', skip: '–' };

/** A line for a step, as it ends. */
export function lineOf({ name, verdict, ms, reason }: Outcome): string {
  const why =
    verdict === 'fail' ? `\n${reason}` : reason && `: ${reason.split('\n')[0]}`;
  return `  ${MARKS[verdict]} ${name} (${(ms / 1000).toFixed(1)} s)${why}\n`;
}

/** Steps down, runs across; under it, why something was skipped. */
export function matrixOf(runs: Run[]): string {
  const names = [...new Set(runs.flatMap(run => run.steps.map(s => s.name)))];
  const heads = runs.map(run => `${run.template}/${run.language}/${run.input}`);
  const width = Math.max(...names.map(name => name.length));
  const key = (i: number) => String(i + 1).padStart(3);
  const rows = names.map(name => {
    const cells = runs.map(run => {
      const step = run.steps.find(found => found.name === name);
      return (step ? MARKS[step.verdict] : ' ').padStart(3);
    });
    return `${name.padEnd(width)} ${cells.join('')}`;
  });
  const skips = new Set(
    runs.flatMap(run =>
      run.steps
        .filter(({ verdict }) => verdict === 'skip')
        .map(({ name, reason }) => `– ${name}: ${reason}`),
    ),
  );
  return [
    ...heads.map((head, i) => `${key(i)}  ${head}`),
    '',
    `${''.padEnd(width)} ${runs.map((_, i) => key(i)).join('')}`,
    ...rows,
    '',
    ...skips,
  ].join('\n');
}
