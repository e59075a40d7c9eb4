import { text } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const mimeType: Rule = {
  code: 'BT2101',
  severity: 'error',
  title: 'A text format is no MIME type',
  hint: 'Write a MIME type such as text/plain, or leave the attribute out.',
  *find(parsed) {
    for (const type of ['Documentation', 'TextAnnotation'])
      for (const element of every(parsed, type)) {
        const format = text(element.textFormat);
        if (format && !mime.test(format))
          yield at(
            element,
            `The textFormat of ${tell(element)} is ${JSON.stringify(format)}`,
          );
      }
  },
};

/** RFC 6838, with parameters. */
const mime = /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w-]+=(?:[\w.+-]+|"[^"]*"))*$/;
