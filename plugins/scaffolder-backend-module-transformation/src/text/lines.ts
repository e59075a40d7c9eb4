/** Everything that some language takes for the end of a line, and other control characters. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A text in one line, whatever reads it. */
export const oneLine = (text: string): string =>
  text.replace(CONTROLS, ' ').trim();

/** Joins what there is, one line each. */
export const lines = (...parts: (string | false | undefined)[]): string =>
  parts.filter(part => part !== false && part !== undefined).join('\n');
