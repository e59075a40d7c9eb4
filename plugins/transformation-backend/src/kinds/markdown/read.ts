import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import {
  resourceIdOf,
  type MarkdownModel,
} from '@ameide/plugin-transformation-common';

type Section = MarkdownModel['sections'][number];
type Tree = ReturnType<typeof fromMarkdown>;

/** A section and where it stands: from its heading (`start`) and its text (`text`) to its end, in UTF-16 units of the content. */
export interface PlacedSection {
  section: Section;
  start: number;
  text: number;
  end: number;
}

const FRONT_MATTER = /^---\r?\n([^]*?)\r?\n---\r?\n?/;

/**
 * Reads a Markdown text, heading by heading.
 *
 * @throws Error where the front matter is no mapping in YAML; of Markdown itself every text is some
 */
export function readMarkdown(content: string): MarkdownModel {
  const { yaml, body } = frontMatterOf(content);
  return {
    frontMatter: yaml === undefined ? {} : readFrontMatter(yaml),
    sections: sectionsOf(content).map(({ section }) => section),
    links: [...new Set(linksOf(fromMarkdown(body)))],
  };
}

/** The text between the lines of `---` at the beginning, where there are any, and what is behind them. */
export function frontMatterOf(content: string): {
  yaml?: string;
  body: string;
} {
  const head = FRONT_MATTER.exec(content);
  return head
    ? { yaml: head[1], body: content.slice(head[0].length) }
    : { body: content };
}

function readFrontMatter(yaml: string): Record<string, unknown> {
  const value: unknown = parse(yaml) ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(
      'line 1: the front matter must be a mapping of names to values',
    );
  }
  return { ...value };
}

/** The sections in their order; what is before the first heading is the `preamble`. */
export function sectionsOf(content: string): PlacedSection[] {
  const { body } = frontMatterOf(content);
  const before = content.length - body.length;
  const headings = fromMarkdown(body).children.flatMap(node =>
    node.type === 'heading' ? [node] : [],
  );
  const startOf = (index: number) =>
    headings[index]
      ? before + headings[index].position!.start.offset!
      : content.length;
  const place = (
    section: Omit<Section, 'text'>,
    start: number,
    text: number,
    next: number,
  ) => {
    const end = startOf(next);
    return {
      section: { ...section, text: content.slice(text, end).trim() },
      start,
      text,
      end,
    };
  };
  const taken = new Map<string, number>();
  const sections = headings.map((node, index) => {
    const name = toString(node);
    const wanted = resourceIdOf(name) ?? 'section';
    const times = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, times);
    return place(
      {
        id: times === 1 ? wanted : `${wanted}-${times}`,
        name,
        level: node.depth,
      },
      startOf(index),
      before + node.position!.end.offset!,
      index + 1,
    );
  });
  const preamble = place(
    { id: 'preamble', name: '', level: 0 },
    before,
    before,
    0,
  );
  return preamble.section.text ? [preamble, ...sections] : sections;
}

function linksOf(node: Tree | Tree['children'][number]): string[] {
  const own =
    node.type === 'link' || node.type === 'definition' ? [node.url] : [];
  const inside = 'children' in node ? (node.children as Tree['children']) : [];
  return [...own, ...inside.flatMap(linksOf)];
}
