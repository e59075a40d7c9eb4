import type { Path } from './play.ts';

/** Shortest first, those paths that take a flow or a boundary event which none before them takes. */
export function cover(paths: Path[]): Path[] {
  const taken = new Set<string>();
  return [...paths]
    .sort((a, b) => a.elements.length - b.elements.length)
    .filter(({ name, precedes }) => {
      const steps = [
        ...precedes.map(pair => pair.join('→')),
        ...name.split('+'),
      ];
      const isNew = steps.some(step => !taken.has(step));
      for (const step of steps) taken.add(step);
      return isNew;
    });
}
