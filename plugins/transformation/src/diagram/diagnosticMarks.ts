import type { Diagnostic } from '@ameide/plugin-transformation-common';
import type { Mark } from './marks';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** One mark an element: of its worst diagnostic, with all of them on hover. */
export function diagnosticMarks(diagnostics: readonly Diagnostic[]): Mark[] {
  const byElement = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (!diagnostic.elementId) continue;
    const list = byElement.get(diagnostic.elementId) ?? [];
    byElement.set(diagnostic.elementId, [...list, diagnostic]);
  }
  return [...byElement].map(([elementId, list]) => ({
    elementId,
    tone: sortDiagnostics(list)[0].severity,
    badge: list.length > 1 ? String(list.length) : '!',
    title: list.map(d => `${d.code}: ${d.message}`).join('\n'),
  }));
}

/** Errors first. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  return [...list].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}
