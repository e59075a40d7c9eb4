import type { FileResult, Verdict } from './verdict';

/** What is told of all files together. */
export interface Summary {
  files: number;
  verdicts: Record<Verdict, number>;
  /** Of the files that are BPMN at all. */
  readable: number;
  compiledShare: number;
  /** Files by what refused them; several codes may refuse one. */
  refusedBy: Record<string, number>;
  /** Processes that have a gateway or a boundary event, and those of them without a token region. */
  branching: number;
  structured: number;
  structuredShare: number;
  elements: { all: number; inRegions: number; stubs: number; copies: number };
}

/** Sums up; a process whose elements are all stubs says nothing of the compiler, but is counted. */
export function summarize(results: readonly FileResult[]): Summary {
  const verdicts = {
    compiled: 0,
    refused: 0,
    crashed: 0,
    timeout: 0,
    typeerror: 0,
  };
  const refusedBy: Record<string, number> = {};
  for (const { verdict, codes } of results) {
    verdicts[verdict] += 1;
    if (verdict !== 'refused') continue;
    for (const code of codes) refusedBy[code] = (refusedBy[code] ?? 0) + 1;
  }
  const readable = results.filter(result => !unreadable(result)).length;
  const processes = results.flatMap(result => result.processes);
  const branching = processes.filter(({ branches }) => branches);
  const structured = branching.filter(process => process.structured).length;
  const sum = (of: 'elements' | 'inRegions' | 'stubs' | 'copies') =>
    processes.reduce((total, process) => total + process[of], 0);
  return {
    files: results.length,
    verdicts,
    readable,
    compiledShare: share(verdicts.compiled, readable),
    refusedBy,
    branching: branching.length,
    structured,
    structuredShare: share(structured, branching.length),
    elements: {
      all: sum('elements'),
      inRegions: sum('inRegions'),
      stubs: sum('stubs'),
      copies: sum('copies'),
    },
  };
}

/** No XML, or no BPMN: nothing that a compiler could do anything about. */
function unreadable({ verdict, codes }: FileResult): boolean {
  return (
    verdict === 'refused' &&
    codes.some(code => ['BT1001', 'BT1002', 'BT1003'].includes(code))
  );
}

function share(part: number, whole: number): number {
  return whole ? part / whole : 1;
}

/** One line a file, for what did not compile. */
export function fileLines(results: readonly FileResult[]): string {
  return results
    .filter(({ verdict }) => verdict !== 'compiled')
    .map(({ file, verdict, codes, elementIds, reason }) =>
      [
        verdict.padEnd(9),
        file,
        codes.join(' '),
        shorten(elementIds),
        reason?.split('\n').slice(0, 3).join(' | ') ?? '',
      ]
        .filter(Boolean)
        .join('  '),
    )
    .join('\n');
}

function shorten(ids: readonly string[]): string {
  const more = ids.length - 6;
  const shown = ids.slice(0, 6).join(' ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** The summary as text. */
export function summaryText(summary: Summary): string {
  const { verdicts, elements } = summary;
  const plain = elements.all - elements.stubs;
  return [
    `${summary.files} files: ${Object.entries(verdicts)
      .map(([verdict, count]) => `${count} ${verdict}`)
      .join(', ')}`,
    `${percent(summary.compiledShare)} of the ${
      summary.readable
    } that are BPMN compiled`,
    ...Object.entries(summary.refusedBy)
      .sort(([, a], [, b]) => b - a)
      .map(
        ([code, count]) =>
          `  ${code}  ${String(count).padStart(5)}  ${percent(
            share(count, summary.files),
          )}`,
      ),
    `${summary.structured} of ${
      summary.branching
    } processes with a gateway or boundary event are wholly structured: ${percent(
      summary.structuredShare,
    )}`,
    `${elements.all} elements: ${elements.inRegions} in token regions, ${
      elements.stubs
    } stubs, ${elements.copies} copies; structured, stubs apart: ${percent(
      share(Math.max(0, plain - elements.inRegions), plain),
    )}`,
  ].join('\n');
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
