import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../definition/readYaml.ts';
import { StartError } from '../errors.ts';

const record = z.record(z.string(), z.unknown());

/** What the scripted model says: a text, or calls of tools. */
const turn = z.strictObject({
  says: z.string().default(''),
  calls: z
    .array(z.strictObject({ tool: z.string(), arguments: record.default({}) }))
    .default([]),
});
export type Turn = z.infer<typeof turn>;

/** One run: what is said, what the model answers, what the tools answer, and what is expected. */
export const scenario = z.strictObject({
  name: z.string(),
  input: z.string(),
  values: record.default({}),
  turns: z.array(turn).min(1),
  /** What each tool answers; an empty object where it is left out. */
  tools: record.default({}),
  /** What a person answers each time that the run waits for one. */
  answers: z
    .array(
      z.union([
        z.string(),
        z.boolean(),
        z.number(),
        z.array(z.unknown()),
        record,
      ]),
    )
    .default([]),
  expect: z.strictObject({
    status: z
      .enum(['completed', 'interrupted', 'declined'])
      .default('completed'),
    /** The tools that were really called, in order. */
    trajectory: z.array(z.string()),
    /** The tools whose calls were proposed, in order. */
    proposals: z.array(z.string()).default([]),
  }),
});
export type Scenario = z.infer<typeof scenario>;

/** All scenarios of a folder. @throws StartError */
export const readScenarios = (folder: string): Scenario[] =>
  globSync('*.yaml', { cwd: folder })
    .sort()
    .map(name => {
      const result = scenario.safeParse(readYaml(join(folder, name)));
      if (result.success) return result.data;
      throw new StartError(
        `${basename(name)}: ${z.prettifyError(result.error)}`,
      );
    });
