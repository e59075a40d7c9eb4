import type { ConstraintResult } from './constraints';
import type { CaseResult } from './judge';
import type { Case, Constraint } from './suite';

interface Judged {
  entry: Case;
  result: CaseResult;
}

interface Checked {
  constraint: Constraint;
  result: ConstraintResult;
}

/** Cases by group and by feature, and each that did not pass with its reason. */
export function caseReport(judged: Judged[]): string {
  if (judged.length === 0) return '';
  const clear = judged.filter(
    ({ result }) => result.verdict === 'pass' || result.verdict === 'fail',
  );
  const unjudged = judged.filter(({ result }) => result.verdict === 'unjudged');
  const contested = judged.filter(
    ({ result }) => result.verdict === 'contested',
  );
  const allowed = contested.filter(({ result }) =>
    /allows this/.test(result.reason),
  );
  const open = contested.filter(({ result }) =>
    /does not say/.test(result.reason),
  );
  return [
    table(
      'group',
      count(clear, ({ entry }) => entry.group),
    ),
    table(
      'feature',
      count(clear, ({ entry }) => `${entry.group}/${entry.feature}`),
    ),
    unjudged.length
      ? `${unjudged.length} cases ran, and nothing says what to expect of them`
      : '',
    section('failed', clear, ({ verdict }) => verdict === 'fail'),
    section('contested', contested, () => true),
    contested.length &&
      `contested: ${allowed.length} as the standard allows, ${
        contested.length - allowed.length - open.length
      } not, ${open.length} the standard does not say`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Models that break a rule, by area and by rule; dubious ones do not count. */
export function constraintReport(checked: Checked[]): string {
  const sure = checked.filter(({ constraint }) => !constraint.dubious);
  if (sure.length === 0) return '';
  const rows = (name: (each: Checked) => string) =>
    tally(sure, name, ({ result }) => result.verdict === 'rejected');
  return [
    table(
      'area',
      rows(({ constraint }) => constraint.area),
      'refused',
    ),
    table(
      'rule',
      rows(({ constraint }) => constraint.rule),
      'refused',
    ),
    ...sure
      .filter(({ result }) => result.verdict !== 'rejected')
      .map(({ result }) => `${result.verdict}: ${result.file}`),
  ].join('\n\n');
}

type Rows = Map<string, { good: number; all: number }>;

function count(judged: Judged[], name: (each: Judged) => string): Rows {
  return tally(judged, name, ({ result }) => result.verdict === 'pass');
}

function tally<T>(
  entries: T[],
  name: (entry: T) => string,
  good: (entry: T) => boolean,
): Rows {
  const rows: Rows = new Map();
  for (const entry of entries) {
    const row = rows.get(name(entry)) ?? { good: 0, all: 0 };
    row.all += 1;
    if (good(entry)) row.good += 1;
    rows.set(name(entry), row);
  }
  return rows;
}

function table(title: string, rows: Rows, what = 'passed'): string {
  if (rows.size === 0) return '';
  const sum = { good: 0, all: 0 };
  for (const { good, all } of rows.values()) {
    sum.good += good;
    sum.all += all;
  }
  const lines = [...rows, ['all', sum] as const].map(
    ([name, { good, all }]) =>
      `${short(name)} ${String(good).padStart(4)} of ${String(all).padStart(
        4,
      )}`,
  );
  return [`${short(title)} ${what}`, ...lines].join('\n');
}

function short(name: string): string {
  const width = 56;
  return (name.length > width ? `${name.slice(0, width - 1)}…` : name).padEnd(
    width,
  );
}

function section(
  title: string,
  judged: Judged[],
  which: (result: CaseResult) => boolean,
): string {
  const lines = judged
    .filter(({ result }) => which(result))
    .map(({ result }) => `  ${result.id}: ${result.reason}`);
  return lines.length ? `${title}\n${lines.join('\n')}` : '';
}
