import { beginningsIn } from './words';

/** About how long a snippet is, in characters. */
const LENGTH = 160;

/**
 * The line of a text that has most of some words, cut to the first of them
 * where it is long; undefined where no line has any.
 */
export function snippetOf(text: string, words: string[]): string | undefined {
  let best: { line: string; hits: string[] } | undefined;
  for (const line of text.split('\n')) {
    const hits = beginningsIn(line, words);
    if (hits.length > (best?.hits.length ?? 0)) best = { line, hits };
    if (best?.hits.length === words.length) break;
  }
  if (!best) return undefined;
  const { line, hits } = best;
  if (line.length <= LENGTH) return line;
  const at = line.toLowerCase().indexOf(hits[0]);
  const from = Math.max(0, at - LENGTH / 4);
  const cut = line.slice(from, from + LENGTH).trim();
  return `${from ? '…' : ''}${cut}${from + LENGTH < line.length ? '…' : ''}`;
}
