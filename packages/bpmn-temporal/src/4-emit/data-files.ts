import { allNodes, triggersOf } from '../1-parse/walk';
import type { JsonObject } from '../types';
import {
  camelCase,
  commentText,
  identifiers,
  json,
  literal,
  property,
} from './code';
import type { Project, ProjectJob } from './project';
import { exampleOf, typeOf } from './shape';
import type { Shape } from './shape';
import { createWriter } from './writer';

/** src/jobs.gen.ts: the contract between the drawing and the activities. */
export function jobsFile(project: Project): string {
  const writer = createWriter('src/jobs.gen.ts');
  writer.line(
    '// The data of the drawing: variables of the processes, input and output of the jobs. Do not edit.',
  );
  writer.line("import type { JsonValue } from './runtime/json.gen.ts';");
  for (const { variablesType, inferred, model } of project.processes) {
    writer.line();
    writer.line(
      `/** Variables of ${commentText(
        model.name || model.id,
      )}, as far as the drawing tells. */`,
    );
    writer.block(
      `export interface ${variablesType} {`,
      () => {
        fields(writer.line, inferred.variables, '?');
        writer.line('[more: string]: JsonValue | undefined;');
      },
      '}',
    );
  }
  const everything = project.processes
    .map(process => process.variablesType)
    .join(' & ');
  for (const job of project.jobs) {
    writer.line();
    type(
      writer,
      `${job.typeName}Input`,
      job.shapes.input,
      job.shapes.mapsInput,
      everything,
    );
    writer.line();
    type(
      writer,
      `${job.typeName}Output`,
      job.shapes.output,
      job.shapes.mapsOutput,
      everything,
    );
  }
  writer.line();
  writer.line('/** One function a job type; `activities.ts` holds them. */');
  writer.block(
    'export interface Activities {',
    () => {
      for (const job of project.jobs) {
        writer.doc(literalNote(job));
        writer.line(
          `${job.functionName}(${parameters(job)}): Promise<${
            job.typeName
          }Output>;`,
        );
      }
    },
    '}',
  );
  if (project.jobs.some(job => job.shapes.headers)) {
    writer.line();
    writer.line(
      '/** What the drawing says about the job besides its input. */',
    );
    writer.block(
      'export interface JobContext {',
      () => writer.line('headers: Readonly<Record<string, string>>;'),
      '}',
    );
  }
  writer.line();
  writer.line('export type JobType =');
  writer.indent(() => {
    if (!project.jobs.length) writer.line('never;');
    project.jobs.forEach((job, index) =>
      writer.line(
        `| ${literal(job.type)}${index === project.jobs.length - 1 ? ';' : ''}`,
      ),
    );
  });
  writer.line();
  writer.line(
    '/** The activities by the job types of the drawing, as the worker registers them. */',
  );
  const given = project.jobs.length ? 'activities' : '_activities';
  writer.block(
    `export function byJobType(${given}: Activities) {`,
    () => {
      writer.block(
        'return {',
        () => {
          for (const job of project.jobs)
            writer.line(`${property(job.type)}: ${given}.${job.functionName},`);
        },
        '};',
      );
    },
    '}',
  );
  return writer.content;
}

function parameters(job: ProjectJob): string {
  return job.shapes.headers
    ? `input: ${job.typeName}Input, job: JobContext`
    : `input: ${job.typeName}Input`;
}

function literalNote(job: ProjectJob): string {
  const elements = job.shapes.elements
    .map(node => `${node.name || node.id} (${node.id})`)
    .join(', ');
  return commentText(`${job.type}: ${elements}`);
}

function type(
  writer: ReturnType<typeof createWriter>,
  name: string,
  shape: Shape,
  mapped: boolean,
  everything: string,
): void {
  if (!mapped && !shape.fields.size) {
    writer.line(`export type ${name} = ${everything};`);
    return;
  }
  writer.block(
    `export interface ${name} {`,
    () => {
      fields(writer.line, shape, mapped ? '' : '?');
      if (!mapped || !shape.fields.size)
        writer.line('[more: string]: JsonValue | undefined;');
    },
    '}',
  );
}

function fields(
  line: (text: string) => void,
  shape: Shape,
  optional: string,
): void {
  // TypeScript sees in every object what all objects have: an empty one would not be of the type
  for (const [name, field] of shape.fields)
    if (!(optional && name in {}))
      line(`${property(name)}${optional}: ${typeOf(field)};`);
}

/** src/defaults.gen.ts: what activities that are not filled in answer, and what instances are tried with. */
export function defaultsFile(
  project: Project,
  given: Readonly<Record<string, JsonObject>>,
): string {
  const writer = createWriter('src/defaults.gen.ts');
  writer.line(
    '// Answers of the activities that are not filled in yet, and data to try instances with. Do not edit.',
  );
  const types = project.jobs.map(job => `${job.typeName}Output`);
  const variables = project.processes.map(process => process.variablesType);
  writer.imports(
    'import type',
    [...variables, ...types].sort(),
    './jobs.gen.ts',
  );
  writer.line();
  writer.block(
    'export const defaults = {',
    () => {
      for (const job of project.jobs) {
        const answer = {
          ...(exampleOf(job.shapes.output) as JsonObject | null),
          ...given[job.type],
        };
        writer.line(
          `${job.functionName}: ${json(answer)} satisfies ${
            job.typeName
          }Output as ${job.typeName}Output,`,
        );
      }
    },
    '};',
  );
  writer.line();
  writer.line(
    '/** Start variables, answers to user tasks by element id, variables of messages by name. */',
  );
  writer.block(
    'export const examples = {',
    () => {
      for (const { workflowType, variablesType, inferred } of project.processes)
        writer.block(
          `${workflowType}: {`,
          () => {
            writer.line(
              `variables: ${json(
                exampleOf(inferred.variables) ?? {},
              )} satisfies ${variablesType} as ${variablesType},`,
            );
            writer.line(`userTasks: ${json(examplesOf(inferred.userTasks))},`);
            writer.line(`messages: ${json(examplesOf(inferred.messages))},`);
          },
          '},',
        );
    },
    '};',
  );
  return writer.content;
}

function examplesOf(shapes: ReadonlyMap<string, Shape>): JsonObject {
  return Object.fromEntries(
    [...shapes].map(([id, shape]) => [id, exampleOf(shape) ?? {}]),
  );
}

/** src/messages.gen.ts: the names of the messages that the processes wait for. */
export function messagesFile(project: Project): string {
  const names = new Set<string>();
  for (const { model, inferred } of project.processes) {
    for (const name of inferred.messages.keys()) names.add(name);
    for (const node of allNodes(model.body))
      for (const trigger of triggersOf(node))
        if (trigger.kind === 'message') names.add(trigger.name);
  }
  const writer = createWriter('src/messages.gen.ts');
  const unique = identifiers([]);
  writer.line(
    '// The messages that the processes start with or wait for. Do not edit.',
  );
  writer.block(
    'export const messages = {',
    () => {
      for (const name of [...names].sort())
        writer.line(
          `${unique([camelCase(name) || 'message'])}: ${literal(name)},`,
        );
    },
    '} as const;',
  );
  return writer.content;
}
