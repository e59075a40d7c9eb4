import { nested, notBpmn } from '../2-check';
import { rules, textRules } from '../2-check/rules';
import type { Diagnostic } from '../types';
import { version } from '../version';
import type { Checked } from './check';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The diagnostics in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning. */
export function sarif(checked: readonly Checked[]): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'bpmn-temporal',
            version,
            rules: allRules().map(({ code, title, hint, severity }) => ({
              id: code,
              shortDescription: { text: title },
              help: { text: hint },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        results: checked.flatMap(({ file, diagnostics }) =>
          diagnostics.map(diagnostic => resultOf(file, diagnostic)),
        ),
      },
    ],
  };
}

function resultOf(
  file: string,
  { code, severity, message, hint, elementId, line, column }: Diagnostic,
): object {
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: `${message}. ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replace(/\\/g, '/')) },
          region: { startLine: line ?? 1, startColumn: column ?? 1 },
        },
        ...(elementId === undefined
          ? {}
          : { logicalLocations: [{ name: elementId, kind: 'element' }] }),
      },
    ],
  };
}

/** Everything that has a code, by code. */
export function allRules() {
  return [...textRules, ...rules, nested, notBpmn]
    .map(({ code, severity, title, hint }) => ({ code, severity, title, hint }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
