import { elementsOf } from './elements';

/** The most that is kept to be found by, in characters. */
const MOST_TEXT = 100_000;

/** How many there are of what: `1 decision, 12 rules`. */
export function summaryOf(model: unknown): string {
  const counts = new Map<string, number>();
  for (const { type } of elementsOf(model).values()) {
    if (type === 'content' || type === 'layout') continue;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => `${count} ${count === 1 ? type : plural(type)}`)
    .join(', ');
}

/** All text of a model, each once. */
export function searchTextOf(model: unknown): string {
  const texts = new Set<string>();
  const visit = (value: unknown) => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  visit(model);
  return [...texts].join('\n').slice(0, MOST_TEXT);
}

function plural(word: string): string {
  return word.endsWith('s') ? `${word}es` : `${word}s`;
}
