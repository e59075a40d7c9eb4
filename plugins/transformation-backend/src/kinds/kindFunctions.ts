import type { z } from 'zod';
import type {
  Diagnostic,
  ElementChange,
  ElementOperation,
} from '@ameide/plugin-transformation-common';
import type {
  ContentDescription,
  Merge,
} from '@ameide/plugin-transformation-node';
import { schemaProblems, type LineOf } from './model/check';
import { searchTextOf, summaryOf } from './model/describe';
import { differenceOfModels } from './model/difference';

/** What came of operations: a content, or why it cannot be. */
export type Applied =
  | { content: string; problem?: undefined }
  | { content?: undefined; problem: string };

/** What a kind does, in functions that can run in another thread: arguments and results can be copied. */
export interface KindFunctions {
  /** Why a text is no content of the kind; undefined where it is one. */
  problemOf(content: string): Promise<string | undefined>;
  validate(content: string): Promise<Diagnostic[]>;
  describe(content: string): Promise<ContentDescription>;
  difference(before: string, after: string): Promise<ElementChange[]>;
  apply(content: string, operations: ElementOperation[]): Promise<Applied>;
  merge(base: string, theirs: string, mine: string): Promise<Merge>;
}

/** A kind whose content is read into a model that says all of it. */
export interface ModelKind<M> {
  schema: z.ZodType<M>;
  /** What a content says, whether it fits the schema or not. @throws Error that names the place */
  read(content: string): unknown;
  /** Makes a way to find lines in a content, where it has lines. */
  lines?(content: string): LineOf;
  /** Mistakes that the schema cannot see. */
  check(model: M): Diagnostic[];
  /** Artifacts and entities that the content names. */
  references(model: M): string[];
  apply(content: string, operations: ElementOperation[]): Promise<Applied>;
  merge(base: string, theirs: string, mine: string): Merge;
}

/** Everything about a kind that follows from its model. */
export function functionsOf<M>(kind: ModelKind<M>): KindFunctions {
  const { schema } = kind;
  const read = async (content: string) => kind.read(content);
  return {
    problemOf: content =>
      read(content).then(
        () => undefined,
        (error: Error) => error.message,
      ),
    async validate(content) {
      const model = await read(content);
      const result = schema.safeParse(model);
      return result.success
        ? kind.check(result.data)
        : schemaProblems(schema, model, kind.lines?.(content));
    },
    async describe(content) {
      const model = await read(content);
      const result = schema.safeParse(model);
      const references = result.success ? kind.references(result.data) : [];
      return {
        summary: summaryOf(model),
        searchText: searchTextOf(model),
        references: [...new Set(references)].sort(),
      };
    },
    difference: async (before, after) =>
      differenceOfModels(await read(before), await read(after)),
    apply: kind.apply,
    merge: async (base, theirs, mine) => kind.merge(base, theirs, mine),
  };
}
