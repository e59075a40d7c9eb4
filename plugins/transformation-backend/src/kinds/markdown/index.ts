import {
  linkTarget,
  markdownModel,
} from '@ameide/plugin-transformation-common';
import { functionsOf } from '../kindFunctions';
import { mergeText } from '../text/mergeText';
import { applyToMarkdown } from './apply';
import { readMarkdown } from './read';

/** Texts in Markdown. A link to an artifact's name or an entity reference refers to it. */
export const markdownFunctions = functionsOf({
  schema: markdownModel,
  read: readMarkdown,
  check: () => [],
  references: ({ links }) =>
    links.filter(url => linkTarget.safeParse(url).success),
  apply: applyToMarkdown,
  merge: mergeText,
});
