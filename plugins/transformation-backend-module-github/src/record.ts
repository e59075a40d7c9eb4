import { z } from 'zod';
import { PULL_REQUEST_ID } from './places';

/**
 * What the factory knows about a pull request and GitHub does not. It is
 * written into the pull request's text, where everybody who may write there
 * can change it: it informs, and decides nothing.
 */
const record = z.object({
  artifactId: z.string().min(1).max(63).optional(),
  revision: z.int().nonnegative().optional(),
  buildId: z.string().max(200).optional(),
  /** The commit that was proposed last; somebody may have added more since. */
  headCommit: z.string().max(64),
  author: z.string().max(300),
  companionId: z.string().regex(PULL_REQUEST_ID).optional(),
  mergedBy: z.string().max(300).optional(),
});
export type PullRequestRecord = z.infer<typeof record>;

const BEGIN = '<!-- ameide-factory ';
const END = ' -->';

/** The text of a pull request with the record at its end, which GitHub does not show. */
export function writeRecord(body: string, content: PullRequestRecord): string {
  const json = JSON.stringify(record.parse(content))
    // no text can end the comment
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e');
  return `${body.trimEnd()}\n\n${BEGIN}${json}${END}`;
}

/**
 * Takes the text apart. The last record counts: one that a title brought along
 * stands before it. It is missing where somebody has removed or spoilt it.
 */
export function readRecord(text: string | null | undefined): {
  body: string;
  record?: PullRequestRecord;
} {
  const whole = (text ?? '').replace(/\r\n/g, '\n');
  const begin = whole.lastIndexOf(BEGIN);
  const end = whole.indexOf(END, begin);
  if (begin < 0 || end < 0) return { body: whole };
  const body = whole.slice(0, begin).trimEnd() + whole.slice(end + END.length);
  try {
    const json: unknown = JSON.parse(whole.slice(begin + BEGIN.length, end));
    return { body, record: record.parse(json) };
  } catch {
    return { body };
  }
}
