import type { CommandHandler } from './handler';

export const rename: CommandHandler<'rename'> = {
  decide: ({ title: previousTitle }, { title }) => [
    { type: 'artifact-renamed', data: { title, previousTitle } },
  ],
};

/** Sets all tags at once. */
export const tag: CommandHandler<'tag'> = {
  decide: ({ tags: previousTags }, { tags }) => [
    { type: 'artifact-tagged', data: { tags, previousTags } },
  ],
};

export const comment: CommandHandler<'comment'> = {
  decide: (_state, { text, elementId }) => [
    { type: 'comment-added', data: { text, ...(elementId && { elementId }) } },
  ],
};
