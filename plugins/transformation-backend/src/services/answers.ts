import { InputError } from '@backstage/errors';
import {
  ANSWERS_PATH,
  templateAnswers,
  type TemplateAnswers,
} from '@ameide/plugin-transformation-common';
import { parse } from 'yaml';
import { readFile } from '../git/repository';

/**
 * What an output was made from.
 *
 * @throws InputError where the text does not say it
 */
export function readAnswers(text: string): TemplateAnswers {
  const result = templateAnswers.safeParse(tryParse(text));
  if (result.success) return result.data;
  throw new InputError(
    `${ANSWERS_PATH} has to name template, version and digest; take the one that the template wrote`,
  );
}

/** What the tree of a commit was made from; undefined where no template made it. */
export async function answersAt(
  gitDir: string,
  commit: string,
): Promise<TemplateAnswers | undefined> {
  const text = await readFile(gitDir, commit, ANSWERS_PATH);
  return text === undefined ? undefined : readAnswers(text);
}

function tryParse(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
