import { isMap, parseDocument } from 'yaml';
import type { ElementOperation } from '@ameide/plugin-transformation-common';
import type { Applied } from '../kindFunctions';
import { frontMatterOf, sectionsOf, type PlacedSection } from './read';

/** The whole text, whose properties are those of the front matter. */
const WHOLE = '/';

type SetOperation = Extract<ElementOperation, { op: 'set' }>;

/** Carries operations out in the text itself: all other lines stay as they are. */
export async function applyToMarkdown(
  content: string,
  operations: ElementOperation[],
): Promise<Applied> {
  let text = content;
  for (const operation of operations) {
    const applied = applyOne(text, operation);
    if (applied.problem !== undefined) return applied;
    text = applied.content;
  }
  return { content: text };
}

function applyOne(content: string, operation: ElementOperation): Applied {
  const { elementId, op } = operation;
  if (elementId === WHOLE) {
    return op === 'set'
      ? setFrontMatter(content, operation)
      : { problem: 'the whole cannot be removed' };
  }
  const sections = sectionsOf(content);
  const index = sections.findIndex(({ section }) => section.id === elementId);
  if (index < 0) return { problem: `there is no section ${elementId}` };
  return op === 'set'
    ? setSection(content, sections[index], operation)
    : { content: without(content, sections, index) };
}

/** Sets the text of a section, or its heading. */
function setSection(
  content: string,
  { section, start, text, end }: PlacedSection,
  { property, value }: SetOperation,
): Applied {
  const before = content.slice(0, start);
  const after = content.slice(end);
  const { id, name, level } = section;
  if (property === 'text' && (value === null || typeof value === 'string')) {
    const heading = content.slice(start, text);
    const parts = [heading, (value ?? '').trim()].filter(Boolean);
    const lines = parts.length ? `${parts.join('\n\n')}\n` : '';
    return {
      content: `${before}${lines}${lines && after ? '\n' : ''}${after}`,
    };
  }
  const heading = { name, level, [property]: value };
  const fits =
    level > 0 &&
    ((property === 'name' && /^[^\r\n]*\S[^\r\n]*$/.test(`${value ?? ''}`)) ||
      (property === 'level' && [1, 2, 3, 4, 5, 6].includes(Number(value))));
  if (!fits) {
    return {
      problem: `${property} of the section ${id} cannot be ${JSON.stringify(
        value,
      )}; there are name (a line), level (1 to 6) and text`,
    };
  }
  return {
    content: `${before}${'#'.repeat(heading.level)} ${
      heading.name
    }${content.slice(text)}`,
  };
}

/** A section goes with the sections inside of it. */
function without(
  content: string,
  sections: PlacedSection[],
  index: number,
): string {
  const { section, start } = sections[index];
  const next = sections
    .slice(index + 1)
    .find(one => one.section.level <= section.level || section.level === 0);
  return content.slice(0, start) + content.slice(next?.start ?? content.length);
}

function setFrontMatter(
  content: string,
  { property, value }: SetOperation,
): Applied {
  const { yaml, body } = frontMatterOf(content);
  const document = parseDocument(yaml ?? '');
  if (value === null) document.delete(property);
  else document.set(property, value);
  const { contents } = document;
  const left = isMap(contents) && contents.items.length > 0;
  return { content: left ? `---\n${document.toString()}---\n${body}` : body };
}
