import { oneLine } from './lines';

/** A comment that ends with its line. */
export const protoComment = (text: string, indent = ''): string =>
  `${indent}// ${oneLine(text)}`;

/**
 * A comment for the linter of Buf. Its directives start a line with "buf:lint:",
 * so a text never stands at the start of one.
 */
export const describedAs = (
  fallback: string,
  text: string,
  indent = '',
): string =>
  protoComment(text ? `${fallback}: ${text}` : `${fallback}.`, indent);
