import type { Parsed } from '../1-parse';
import type { Position } from '../1-parse/positions';
import type { Diagnostic } from '../types';
import type { Finding, Rule } from './rule';
import { rules, textRules } from './rules';

/** Phase 2: every construct is either executed as BPMN says, or refused here with its id and a hint. */
export function check(parsed: Parsed): Diagnostic[] {
  const all = rules.flatMap(rule =>
    [...rule.find(parsed)].map(finding =>
      diagnostic(rule, finding, parsed.positions),
    ),
  );
  return all.sort((a, b) => order(a) - order(b));
}

/** What can be said of the text alone. */
export function checkText(source: string): Diagnostic[] {
  return textRules.flatMap(rule =>
    [...rule.find(source)].map(finding => diagnostic(rule, finding)),
  );
}

/** The text is no XML, or no BPMN. */
export function unreadable(error: unknown): Diagnostic {
  const [message = ''] = (
    error instanceof Error ? error.message : String(error)
  ).split('\n');
  return diagnostic(notBpmn, { message });
}

export const notBpmn = {
  code: 'BT1003',
  severity: 'error',
  title: 'The text is no BPMN 2.0 XML',
  hint: 'Save it with a BPMN 2.0 editor; the root is bpmn:definitions.',
} as const;

/** The flow is nested deeper than the stack of the compiler. */
export function tooDeep(): Diagnostic {
  return diagnostic(nested, {
    message: 'The drawing branches too often, one inside of the other',
  });
}

export const nested = {
  code: 'BT1006',
  severity: 'error',
  title: 'The flow is nested too deep',
  hint: 'Put parts of it into subprocesses.',
} as const;

function diagnostic(
  rule: Omit<Rule, 'find'>,
  finding: Finding,
  positions: ReadonlyMap<string, Position> = new Map(),
): Diagnostic {
  const { elementId, processId, message, hint } = finding;
  return {
    code: rule.code,
    severity: rule.severity,
    message,
    hint: hint ?? rule.hint,
    ...(elementId === undefined ? {} : { elementId }),
    ...(processId ? { processId } : {}),
    ...(elementId === undefined ? {} : positions.get(elementId)),
  };
}

function order({ severity, line = 0 }: Diagnostic): number {
  return ['error', 'warning', 'info'].indexOf(severity) * 1e9 + line;
}
