import { z } from 'zod';
import { artifactKind } from './artifact/artifact';

const jsonObject = z.record(z.string(), z.unknown());

/** What the compiler has to say about one place of a drawing. */
export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string(),
  elementId: z.string().optional(),
  processId: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});
export type Diagnostic = z.infer<typeof diagnostic>;

/** A file of a build; an engineer's file is written once, a compiler's every time. */
export const generatedFile = z.object({
  path: z.string(),
  content: z.string(),
  owner: z.enum(['compiler', 'engineer']),
});
export type GeneratedFile = z.infer<typeof generatedFile>;

/** A file's place in a repository; nothing that leaves it, or that git keeps for itself. */
export const repositoryPath = z
  .string()
  .max(1000)
  .regex(
    /^[^/\\\p{Cc}]+(\/[^/\\\p{Cc}]+)*$/u,
    'must be a relative path with "/" between its parts',
  )
  .refine(
    path => !path.split('/').some(part => /^(\.{1,2}|\.git)$/i.test(part)),
    'must not have ".", ".." or ".git" as a part',
  );

/** `POST /artifacts/{artifact}/builds` */
export const createBuildRequest = z.object({
  /** A revision's number; where absent the newest state, made a revision first if it is none. */
  revision: z.int().positive().optional(),
  /** By job type: the variables that an activity not yet filled in answers with. */
  defaults: z.record(z.string(), jsonObject).optional(),
  /** Files of the template that go into a new service repository; ones that exist there are left alone. */
  files: z
    .array(z.object({ path: repositoryPath, content: z.string() }))
    .max(500)
    .optional(),
});
export type CreateBuildRequest = z.infer<typeof createBuildRequest>;

export const buildStepName = z.enum([
  'compile',
  'service-pull-request',
  'gitops-pull-request',
]);
export const buildStep = z.object({
  name: buildStepName,
  status: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
  startedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  message: z.string().optional(),
});
export type BuildStep = z.infer<typeof buildStep>;

export const pullRequestRef = z.object({
  id: z.string(),
  repository: z.string(),
  number: z.int(),
  title: z.string(),
});
export type PullRequestRef = z.infer<typeof pullRequestRef>;

/** One run of the builders over one revision. */
export const build = z.object({
  id: z.string(),
  artifactId: z.string(),
  revision: z.int(),
  sequence: z.int(),
  /** `refused`: the drawing has errors, see `diagnostics`; `failed`: a step could not be done, see its message. */
  status: z.enum(['running', 'succeeded', 'refused', 'failed']),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  startedBy: z.string(),
  steps: z.array(buildStep),
  diagnostics: z.array(diagnostic),
  pullRequests: z.array(pullRequestRef),
});
export type Build = z.infer<typeof build>;

/** What a caller needs to know of a compiled process, see `ProcessInterface` of `@ameide/bpmn-temporal`. */
export const processInterface = z.object({
  processId: z.string(),
  name: z.string(),
  workflowType: z.string(),
  /** By what an instance starts; `none` is by hand alone. */
  start: z.array(
    z.object({
      elementId: z.string().optional(),
      kind: z.enum(['none', 'message', 'timer', 'signal', 'conditional']),
      messageName: z.string().optional(),
      signalName: z.string().optional(),
    }),
  ),
  variables: z.array(z.object({ name: z.string(), type: z.string() })),
  jobs: z.array(
    z.object({
      type: z.string(),
      elementIds: z.array(z.string()),
      input: z.array(z.string()),
      output: z.array(z.string()),
    }),
  ),
  userTasks: z.array(
    z.object({
      elementId: z.string(),
      name: z.string(),
      formId: z.string().optional(),
      assignee: z.string().optional(),
      candidateGroups: z.array(z.string()).optional(),
      output: z.array(z.string()),
    }),
  ),
  messages: z.array(
    z.object({ elementId: z.string(), messageName: z.string() }),
  ),
  elements: z.array(
    z.object({ id: z.string(), type: z.string(), name: z.string().optional() }),
  ),
});
export type ProcessInterface = z.infer<typeof processInterface>;

/** `POST /check`: a drawing compiled for its diagnostics alone. */
export const checkRequest = z.object({
  content: z.string(),
  kind: artifactKind.default('bpmn'),
});
export const checkResult = z.object({
  diagnostics: z.array(diagnostic),
  processes: z.array(processInterface),
});
export type CheckResult = z.infer<typeof checkResult>;

/** Where an element of the drawing stands in the generated code. */
export const sourceMapEntry = z.object({
  elementId: z.string(),
  path: z.string(),
  line: z.int(),
});

/** `GET /builds/{build}/files` */
export const buildFiles = z.object({
  files: z.array(generatedFile),
  sourceMap: z.array(sourceMapEntry),
  processes: z.array(processInterface),
});
export type BuildFiles = z.infer<typeof buildFiles>;
