import { z } from 'zod';
import { elementId } from './identified';

/** What a Markdown text says, heading by heading. */
export const markdownModel = z.object({
  /** YAML between two lines of `---` at the beginning. */
  frontMatter: z.record(z.string(), z.unknown()),
  sections: z.array(
    z.object({
      /** Made of the heading, with a number where it is there twice; `preamble` before the first. */
      id: elementId,
      name: z.string(),
      /** 1 to 6; 0 before the first heading. */
      level: z.int().min(0).max(6),
      text: z.string(),
    }),
  ),
  /** Addresses of all links, each once. */
  links: z.array(z.string()),
});
export type MarkdownModel = z.infer<typeof markdownModel>;
