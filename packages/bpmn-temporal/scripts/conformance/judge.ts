import type { Got } from './run-case';
import type { Case, Outcome } from './suite';

export interface CaseResult {
  id: string;
  verdict: 'pass' | 'fail' | 'contested' | 'unjudged';
  got: Outcome;
  reason: string;
}

/** Compares what happened with what the case says; a contested one with what the standard allows. */
export function judge(entry: Case, got: Got): CaseResult {
  const { note, ...outcome } = got;
  const said = note ? ` (${note})` : '';
  const result = (verdict: CaseResult['verdict'], reason: string) => ({
    id: entry.id,
    verdict,
    got: outcome,
    reason,
  });
  if (entry.contested) {
    const { kind, standard } = entry.contested;
    if (!standard)
      return result('contested', `${kind}: the standard does not say${said}`);
    const allowed = standard.some(wanted => matches(wanted, got));
    return result(
      'contested',
      `${kind}: the standard ${
        allowed ? 'allows' : 'does not allow'
      } this${said}`,
    );
  }
  if (!entry.expect) return result('unjudged', note ?? '');
  const { alsoAccept = [], ...expected } = entry.expect;
  return [expected, ...alsoAccept].some(wanted => matches(wanted, got))
    ? result('pass', note ?? '')
    : result('fail', `${tell(got)}${said}, expected ${tell(expected)}`);
}

/** The order of a trace never matters; a code that is not shown is no fault. */
function matches(wanted: Outcome, got: Outcome): boolean {
  return (
    [...wanted.trace].sort().join() === [...got.trace].sort().join() &&
    wanted.outcome === got.outcome &&
    (wanted.errorCode === undefined ||
      got.errorCode === undefined ||
      wanted.errorCode === got.errorCode)
  );
}

function tell({ outcome, trace, errorCode }: Outcome): string {
  return `${outcome}${errorCode ? ` ${errorCode}` : ''} [${trace.join(' ')}]`;
}
