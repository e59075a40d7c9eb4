import type { z } from 'zod';
import type { Diagnostic } from '@ameide/plugin-transformation-common';

/** Finds the line that says what stands at a place of a model. */
export type LineOf = (path: PropertyKey[]) => number | undefined;

/** Where a model is not what its schema says. */
export function schemaProblems(
  schema: z.ZodType,
  model: unknown,
  lineOf: LineOf = () => undefined,
): Diagnostic[] {
  const result = schema.safeParse(model);
  return (result.error?.issues ?? []).map(({ path, message }) => {
    const line = lineOf(path);
    return {
      code: 'KIND001',
      severity: 'error',
      message: `${path.join('.') || 'the content'}: ${message}`,
      hint: 'See the JSON Schema of the kind',
      ...(line && { line }),
    };
  });
}

/** Elements of one list that have the same id, so that nobody can tell them apart. */
export function repeatedIds(items: { id: string }[]): Diagnostic[] {
  const ids = items.map(({ id }) => id);
  const repeated = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(repeated)].map(id => ({
    code: 'KIND002',
    severity: 'error',
    message: `The id ${id} is there ${ids.filter(x => x === id).length} times`,
    hint: 'Give each element an id of its own',
    elementId: id,
  }));
}

/** A name that should be one of others. */
export interface Mention {
  elementId?: string;
  /** What the name is there for: `entry`, `source`. */
  as: string;
  name: string | undefined;
}

/** Mentions of what is not there. */
export function danglingMentions(
  mentions: Mention[],
  known: Iterable<string>,
): Diagnostic[] {
  const names = new Set(known);
  return mentions
    .filter(({ name }) => name !== undefined && !names.has(name))
    .map(({ elementId, as, name }) => ({
      code: 'KIND003',
      severity: 'error',
      message: `${
        elementId ? `${elementId}: ` : ''
      }${as} names ${name}, which is not there`,
      hint: `Name one of ${
        [...names].slice(0, 20).join(', ') || 'those that you add'
      }`,
      ...(elementId && { elementId }),
    }));
}
