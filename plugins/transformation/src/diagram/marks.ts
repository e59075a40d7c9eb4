import type { Canvas, Diagram, ElementRegistry, Overlays } from './services';

export type MarkTone = 'error' | 'warning' | 'info' | 'token' | 'visited';

/** Something to be shown on one element: its colour and, where there is a text, a badge at its corner. */
export interface Mark {
  elementId: string;
  tone: MarkTone;
  badge?: string;
  /** In full on hover. */
  title?: string;
}

/**
 * Puts marks on a diagram; those of elements that it does not have are left out.
 *
 * @returns takes them away again
 */
export function applyMarks(diagram: Diagram, marks: readonly Mark[]) {
  const canvas = diagram.get<Canvas>('canvas');
  const registry = diagram.get<ElementRegistry>('elementRegistry');
  const overlays = diagram.get<Overlays>('overlays');
  const undo: (() => void)[] = [];

  for (const mark of marks) {
    if (!registry.get(mark.elementId)) continue;
    const marker = `ameide-${mark.tone}`;
    canvas.addMarker(mark.elementId, marker);
    undo.push(() => canvas.removeMarker(mark.elementId, marker));
    if (mark.badge) {
      const id = overlays.add(mark.elementId, marker, {
        position: place(mark.tone),
        html: badge(mark),
      });
      undo.push(() => overlays.remove(id));
    }
  }

  return () => {
    // Elements may have been deleted in the meantime, and their marks with them.
    for (const step of undo) {
      try {
        step();
      } catch {
        /* gone with its element */
      }
    }
  };
}

/** Tokens on the left, what is wrong on the right: both can be on one element. */
function place(tone: MarkTone) {
  return tone === 'token' ? { top: -14, left: -10 } : { top: -14, right: 14 };
}

function badge(mark: Mark): HTMLElement {
  const html = document.createElement('div');
  html.className = `ameide-badge ameide-badge-${mark.tone}`;
  html.textContent = mark.badge ?? '';
  if (mark.title) html.title = mark.title;
  return html;
}
