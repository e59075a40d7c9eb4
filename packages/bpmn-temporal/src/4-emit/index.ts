import { createHash } from 'node:crypto';
import type { Parsed } from '../1-parse';
import { runtimeSources } from '../runtimeSources.gen';
import type {
  CompileOptions,
  GeneratedFile,
  ProcessInterface,
  SourceMapEntry,
} from '../types';
import { version } from '../version';
import { identifiers, pascalCase, camelCase } from './code';
import {
  dockerFile,
  dockerIgnore,
  eslintFile,
  gitIgnore,
  packageFile,
  tsconfigFile,
} from './config-files';
import { calledDecisions, decisionsFile } from './decisions/file';
import { defaultsFile, jobsFile, messagesFile } from './data-files';
import { infer } from './infer';
import type { JobShapes } from './infer';
import { interfaceOf } from './interface';
import { fileBase, nameJobs } from './project';
import type { Project, ProjectProcess } from './project';
import { pathsTestFile, takePathsFile } from './paths-test';
import { readmeFile } from './readme';
import { runtimeIndex } from './runtime-index';
import { answersOf } from './shape';
import {
  activitiesFile,
  clientFile,
  policiesFile,
  bundleFile,
  optionsFile,
  withdrawFile,
  workerFile,
  workflowsFile,
} from './source-files';
import { conditionsFile } from './conditions';
import { deploymentFile } from './deployment';
import { driverFile, testFile } from './test-files';
import { taken, writeWorkflow } from './workflow';

export interface Emitted {
  readonly files: GeneratedFile[];
  readonly sourceMap: SourceMapEntry[];
  readonly processes: ProcessInterface[];
}

/** Phase 4: a drawing that passed the check → a Temporal project. */
export function emit(parsed: Parsed, options: CompileOptions): Emitted {
  const project = projectOf(parsed, options);
  const sourceMap: SourceMapEntry[] = [];
  const files: GeneratedFile[] = [];
  const add = (owner: GeneratedFile['owner'], path: string, content: string) =>
    files.push({ path, content, owner });

  const workflows = new Map(
    project.processes.map(({ model, workflowType }) => [
      model.id,
      workflowType,
    ]),
  );
  for (const {
    model,
    base,
    workflowType,
    variablesType,
    inferred,
  } of project.processes) {
    const path = `src/${base}.workflow.gen.ts`;
    const writer = writeWorkflow(path, model, {
      workflowType,
      variablesType,
      workflows,
      answersOf: id => answersOf(inferred.userTasks.get(id)),
    });
    sourceMap.push(...writer.sourceMap);
    add('compiler', path, writer.content);
  }
  add('compiler', 'src/workflows.gen.ts', workflowsFile(project));
  add('compiler', 'src/jobs.gen.ts', jobsFile(project));
  add(
    'compiler',
    'src/defaults.gen.ts',
    defaultsFile(project, options.defaults ?? {}),
  );
  add('compiler', 'src/messages.gen.ts', messagesFile(project));
  add('compiler', 'src/client.gen.ts', clientFile(project));
  add('compiler', 'src/deployment.gen.ts', deploymentFile(project));
  const conditions = conditionsFile(project);
  if (conditions !== undefined)
    add('compiler', 'src/conditions.gen.ts', conditions);
  add('compiler', 'src/bundle.gen.ts', bundleFile());
  add('compiler', 'src/withdraw.gen.ts', withdrawFile());
  const called = calledDecisions(parsed);
  if (called.length)
    add('compiler', 'src/decisions.gen.ts', decisionsFile(called));
  const interprets = files.some(({ content }) =>
    /^import \{ interpret/m.test(content),
  );
  const index = runtimeIndex(files);
  for (const [name, content] of Object.entries(runtimeSources))
    if (interprets || name !== 'runtime/feelin')
      add(
        'compiler',
        `src/${name}.gen.ts`,
        name === 'runtime/index' ? index : content,
      );
  add('compiler', 'test/drive.gen.ts', driverFile());
  add('compiler', 'test/take-paths.gen.ts', takePathsFile());
  for (const process of project.processes)
    add(
      'compiler',
      `test/${process.base}.paths.gen.test.ts`,
      pathsTestFile(process, project.name),
    );
  add('compiler', project.drawingPath, project.drawing);

  add('engineer', 'src/activities.ts', activitiesFile(project));
  add('engineer', 'src/policies.ts', policiesFile(project));
  add('engineer', 'src/worker.ts', workerFile());
  add('engineer', 'src/options.ts', optionsFile());
  for (const process of project.processes)
    add('engineer', `test/${process.base}.test.ts`, testFile(project, process));
  add('engineer', 'package.json', packageFile(project, interprets));
  add('engineer', 'tsconfig.json', tsconfigFile());
  add('engineer', 'eslint.config.js', eslintFile());
  add('engineer', 'Dockerfile', dockerFile());
  add('engineer', '.dockerignore', dockerIgnore);
  add('engineer', '.gitignore', gitIgnore);
  add('engineer', 'README.md', readmeFile(project));
  add('compiler', 'elements.map.json', elementMap(sourceMap));
  add(
    'compiler',
    'compile.lock.json',
    lockFile(project, files, options.decisions ?? {}),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const processes = project.processes.map(({ model, inferred, workflowType }) =>
    interfaceOf(model, inferred, workflowType),
  );
  return { files, sourceMap, processes };
}

function projectOf(parsed: Parsed, options: CompileOptions): Project {
  const jobs = new Map<string, JobShapes>();
  const uniqueWorkflow = identifiers([
    ...taken,
    'defaults',
    'examples',
    'messages',
    'deployment',
    'bpmnMessages',
    'bpmnDeployment',
    'publish',
  ]);
  const uniqueBase = identifiers([]);
  const processes = parsed.drawing.processes.map((model): ProjectProcess => {
    const workflowType = uniqueWorkflow(
      [model.id, `process ${model.id}`].filter(id => camelCase(id)),
    );
    return {
      model,
      workflowType,
      variablesType: `${pascalCase(workflowType)}Variables`,
      base: fileBase(uniqueBase([workflowType]), name => name),
      inferred: infer(model, jobs, options.defaults ?? {}),
    };
  });
  return {
    name: options.name,
    drawingPath: `${options.name}.bpmn`,
    drawing: parsed.source,
    processes,
    jobs: nameJobs(jobs),
  };
}

/** Where each element of the drawing is, in the order of the drawing; `bpmn-temporal explain` reads it both ways. */
function elementMap(sourceMap: readonly SourceMapEntry[]): string {
  const places = new Map<string, { path: string; line: number }[]>();
  for (const { elementId, path, line } of sourceMap) {
    const known = places.get(elementId);
    if (known) known.push({ path, line });
    else places.set(elementId, [{ path, line }]);
  }
  return `${JSON.stringify(Object.fromEntries(places), null, 2)}\n`;
}

/** Digests of what came in and of what the compiler owns: a drift check compares them with what is there. */
function lockFile(
  project: Project,
  files: readonly GeneratedFile[],
  decisions: Readonly<Record<string, string>>,
): string {
  const owned = files.filter(file => file.owner === 'compiler');
  const came = Object.entries(decisions);
  return `${JSON.stringify(
    {
      compiler: { name: '@ameide/bpmn-temporal', version },
      drawing: { path: project.drawingPath, sha256: sha256(project.drawing) },
      ...(came.length ? { decisions: digestsOf(came) } : {}),
      files: digestsOf(owned.map(({ path, content }) => [path, content])),
    },
    null,
    2,
  )}\n`;
}

function digestsOf(
  texts: readonly (readonly [name: string, text: string])[],
): Record<string, string> {
  const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, text]) => [name, sha256(text)]));
}

function sha256(text: string): string {
  const known = digests.get(text);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(text).digest('hex');
  if (ofRuntime.has(text)) digests.set(text, digest);
  return digest;
}

/** Digests of the runtime, which is the same for every drawing. */
const ofRuntime = new Set(Object.values(runtimeSources));
const digests = new Map<string, string>();
