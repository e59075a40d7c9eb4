import { drawingOf, parse } from '../../1-parse';
import type { Parsed } from '../../1-parse';
import type { Moddle } from '../../1-parse/moddle';
import { check } from '..';
import type { CompileOptions, Diagnostic } from '../../types';
import { accepted, repairs } from '.';
import { legalIds, uniqueIds } from './ids';
import type { Repair } from './repair';
import { treeOf } from './tree';
import type { Tree } from './tree';

export interface Mended {
  readonly parsed: Parsed;
  readonly diagnostics: Diagnostic[];
}

/** One repair brings to light what another one mends; no drawing has needed more rounds than this. */
const rounds = 12;

/**
 * Mends what the rules refuse, as far as the mode allows, and checks again until nothing is left or nothing helps. What
 * was mended stays in the list: as a warning with the code of its rule.
 */
export async function mend(
  parsed: Parsed,
  mode: Pick<CompileOptions, 'stub' | 'lenient' | 'decisions'>,
): Promise<Mended> {
  const byCode = repairsFor(mode);
  const mended: Diagnostic[] = [];
  const memory = { decided: new Set<Moddle>(), jobTypes: new Set<string>() };
  let current = parsed;
  let found = check(current);
  const ids = mode.lenient ? found.filter(one => isOfIds(one, parsed)) : [];
  if (ids.length) {
    mended.push(...ids.map(one => warning(one, renamed)));
    current = await readAgain(current, mode);
    found = check(current);
  }
  const isMendable = ({ severity, code }: Diagnostic) =>
    severity === 'error' && byCode.has(code);
  for (let round = 0; round < rounds; round += 1) {
    if (!found.some(isMendable)) break;
    const tree = treeOf(current, memory);
    const before = mended.length;
    for (const finding of found) {
      const repair =
        finding.severity === 'error' ? byCode.get(finding.code) : undefined;
      if (repair && attempt(repair, tree, finding))
        mended.push(warning(finding, repair.hint));
    }
    if (mended.length === before) break;
    current = { ...current, drawing: drawingOf(current.definitions) };
    const left = check(current);
    mended.push(...gone(found, left).map(one => warning(one, along)));
    found = left;
  }
  const rest = found.map(finding =>
    mode.lenient && finding.severity === 'error' && accepted[finding.code]
      ? warning(finding, accepted[finding.code] ?? '')
      : finding,
  );
  return { parsed: current, diagnostics: sorted([...mended, ...rest]) };
}

/** A drawing that is broken in a way that nobody thought of is refused for what it breaks: a repair never crashes. */
function attempt(repair: Repair, tree: Tree, finding: Diagnostic): boolean {
  try {
    return repair.mend(tree, tree.element(finding.elementId), finding);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const along = 'What was done for another rule has mended it too.';

/** Errors that are no longer found. */
function gone(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Diagnostic[] {
  const left = new Set(after.map(keyOf));
  return before.filter(
    finding => finding.severity === 'error' && !left.has(keyOf(finding)),
  );
}

function keyOf({ code, elementId, message }: Diagnostic): string {
  return JSON.stringify([code, elementId, message]);
}

function repairsFor(
  mode: Pick<CompileOptions, 'stub' | 'lenient'>,
): Map<string, Repair> {
  return new Map(
    repairs
      .filter(({ stub }) => mode.lenient || (mode.stub && stub))
      .flatMap(repair => repair.codes.map(code => [code, repair] as const)),
  );
}

const renamed =
  'Where an id is there twice, the second one got a number; ids that XML does not allow begin with _ now.';

/** An id is there twice, or is none that XML allows. */
function isOfIds({ code }: Diagnostic, { warnings }: Parsed): boolean {
  return (
    code === 'BT1102' ||
    (code === 'BT1005' &&
      warnings.some(({ message }) => /illegal ID/i.test(message)))
  );
}

/** The reader leaves out an element whose id it does not take: it has to read a text with other ids. */
async function readAgain(
  parsed: Parsed,
  { decisions }: Pick<CompileOptions, 'decisions'>,
): Promise<Parsed> {
  const again = await parse(uniqueIds(legalIds(parsed.source)), decisions);
  return { ...again, source: parsed.source, positions: parsed.positions };
}

function warning(finding: Diagnostic, hint: string): Diagnostic {
  return { ...finding, severity: 'warning', hint };
}

/** In the order of severity and place; what one repair said twice is said once. */
function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  const rank = { error: 0, warning: 1, info: 2 };
  return diagnostics
    .filter(diagnostic => {
      const key = keyOf(diagnostic);
      return !seen.has(key) && seen.add(key);
    })
    .sort(
      (a, b) =>
        rank[a.severity] - rank[b.severity] || (a.line ?? 0) - (b.line ?? 0),
    );
}
