/** The most words that an artifact is found by. */
const MOST_WORDS = 2_000;

/** The longest piece of a word that is kept, in characters. */
const LONGEST_WORD = 64;

/** Letters and digits; what stands between them parts words. */
const WORD = /[\p{L}\p{N}]+/gu;

/** Where a new word begins in a name that is written like `qualifyLead`. */
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/u;

const written = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .match(WORD) ?? [];

const folded = (word: string) => word.toLowerCase().slice(0, LONGEST_WORD);

/** The words of a query or a text, in their order: in lower case, without accents, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(written(text).map(folded))];
}

/** Words by their best place: the number of the first of `texts` that has them. */
export function wordsByPlace(texts: string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, text] of texts.entries()) {
    for (const word of written(text).flatMap(withParts).map(folded)) {
      if (places.size === MOST_WORDS) return places;
      if (!places.has(word)) places.set(word, place);
    }
  }
  return places;
}

/** Those of some beginnings that words of a text begin with. */
export function beginningsIn(text: string, beginnings: string[]): string[] {
  const words = [...wordsByPlace([text]).keys()];
  return beginnings.filter(beginning =>
    words.some(word => word.startsWith(beginning)),
  );
}

/** `qualifyLead` is found as it is written, and by `lead`. */
function withParts(word: string): string[] {
  const parts = word.split(HUMP);
  return parts.length > 1 ? [word, ...parts] : parts;
}
