import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import {
  resourceIdOf,
  type MarkdownModel,
} from '@ameide/plugin-transformation-common';

type Section = MarkdownModel['sections'][number];
type Tree = ReturnType<typeof fromMarkdown>;

const FRONT_MATTER = /^---\r?\n([^]*?)\r?\n---\r?\n?/;

/**
 * Reads a Markdown text, heading by heading.
 *
 * @throws Error where the front matter is no mapping in YAML; of Markdown itself every text is some
 */
export function readMarkdown(content: string): MarkdownModel {
  const head = FRONT_MATTER.exec(content);
  const body = head ? content.slice(head[0].length) : content;
  const tree = fromMarkdown(body);
  return {
    frontMatter: head ? readFrontMatter(head[1]) : {},
    sections: sectionsOf(body, tree),
    links: [...new Set(linksOf(tree))],
  };
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

function sectionsOf(body: string, tree: Tree): Section[] {
  const headings = tree.children.flatMap(node =>
    node.type === 'heading' ? [node] : [],
  );
  const starts = headings.map(({ position }) => position!.start.offset!);
  const textUpTo = (from: number, index: number) =>
    body.slice(from, starts[index]).trim();
  const taken = new Map<string, number>();
  const sections = headings.map((node, index): Section => {
    const name = toString(node);
    const wanted = resourceIdOf(name) ?? 'section';
    const times = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, times);
    return {
      id: times === 1 ? wanted : `${wanted}-${times}`,
      name,
      level: node.depth,
      text: textUpTo(node.position!.end.offset!, index + 1),
    };
  });
  const preamble = textUpTo(0, 0);
  return preamble
    ? [{ id: 'preamble', name: '', level: 0, text: preamble }, ...sections]
    : sections;
}

function linksOf(node: Tree | Tree['children'][number]): string[] {
  const own =
    node.type === 'link' || node.type === 'definition' ? [node.url] : [];
  const inside = 'children' in node ? (node.children as Tree['children']) : [];
  return [...own, ...inside.flatMap(linksOf)];
}
