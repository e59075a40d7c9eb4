import { oneLine } from './lines';

/** A text as it is: no character of it means anything, in HTML neither, and no address becomes a link. */
export const markdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&$!@:]/g, '\\$&')
    // what starts a list or a line
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
