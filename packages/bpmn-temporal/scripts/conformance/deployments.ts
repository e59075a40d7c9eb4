import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runtimeSources } from '../../src/runtimeSources.gen';
import type { Model } from './compile-all';
import type { Case } from './suite';

/** A case and the model that it runs. */
export interface Run {
  entry: Case;
  path: string;
  model: Model;
}

/** Models that one worker serves: no two of them have a workflow type in common. */
export interface Deployment {
  runs: Run[];
  models: Map<string, Model>;
  types: Set<string>;
}

/** Deals the cases out to deployments of about the same length, the longest first. */
export function dealOut(runs: Run[], least: number): Deployment[] {
  const byModel = new Map<string, Run[]>();
  for (const run of runs)
    byModel.set(run.path, [...(byModel.get(run.path) ?? []), run]);
  const deployments = Array.from({ length: least }, newDeployment);
  const parts = [...byModel.values()].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const part of parts) {
    const [{ path, model }] = part as [Run];
    const types = model.result.processes.map(process => process.workflowType);
    const free = deployments
      .filter(({ types: taken }) => !types.some(type => taken.has(type)))
      .sort((a, b) => lengthOf(a.runs) - lengthOf(b.runs));
    let target = free[0];
    if (!target) deployments.push((target = newDeployment()));
    target.runs.push(...part);
    target.models.set(path, model);
    for (const type of types) target.types.add(type);
  }
  return deployments.filter(({ runs: some }) => some.length > 0);
}

function newDeployment(): Deployment {
  return { runs: [], models: new Map(), types: new Set() };
}

/** Milliseconds that the cases take, roughly. */
function lengthOf(runs: Run[]): number {
  return runs.reduce((sum, { entry }) => sum + 1500 + entry.waitMs, 0);
}

/** Writes the projects of a deployment beside each other, over one runtime, with one file that exports all workflows. */
export function writeDeployment({ models }: Deployment): string {
  const root = mkdtempSync(join(tmpdir(), 'conformance-'));
  symlinkSync(
    join(__dirname, '../../../../node_modules'),
    join(root, 'node_modules'),
  );
  write(root, 'package.json', '{"type":"module"}');
  const lines = [
    "export * from './runtime/correlator.gen.ts';",
    "export * from './runtime/deployment.gen.ts';",
  ];
  for (const [index, { result }] of [...models.values()].entries()) {
    for (const { path, content } of result.files) {
      const inside = path.replace(/^src\//, '');
      if (inside === path) continue;
      if (/^(runtime|platform)\//.test(inside))
        write(root, `src/${inside}`, content);
      else write(root, `src/m${index}/${inside}`, content);
      if (path.endsWith('.workflow.gen.ts'))
        lines.push(`export * from './m${index}/${inside}';`);
    }
    symlinkSync('../runtime', join(root, 'src', `m${index}`, 'runtime'));
  }
  // Each project exports of the runtime what it uses; here they share one.
  write(
    root,
    'src/runtime/index.gen.ts',
    runtimeSources['runtime/index'] ?? '',
  );
  write(root, 'src/workflows.ts', `${lines.join('\n')}\n`);
  return root;
}

function write(root: string, path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
