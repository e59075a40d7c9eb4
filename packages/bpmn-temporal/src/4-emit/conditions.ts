import { triggersOf } from '../1-parse/walk';
import { startNodes } from '../3-structure/entry';
import { json, literal } from './code';
import { expression } from './expression';
import type { Project } from './project';
import { createWriter } from './writer';

/** src/conditions.gen.ts: what starts when a condition holds; nothing where no process does. */
export function conditionsFile(project: Project): string | undefined {
  const used = new Set<string>();
  const use = (name: string) => {
    used.add(name);
    return name;
  };
  const lines = project.processes.flatMap(({ model, workflowType }) =>
    startNodes(model.body).flatMap(node =>
      triggersOf(node).flatMap(trigger =>
        trigger.kind === 'conditional'
          ? [
              `{ processId: ${json(model.id)}, workflowType: ${json(
                workflowType,
              )}, elementId: ${json(node.id)}, condition: ${expression(
                trigger.condition,
                { use },
              )} },`,
            ]
          : [],
      ),
    ),
  );
  if (!lines.length) return undefined;
  const writer = createWriter('src/conditions.gen.ts');
  writer.line('// The start events that wait for a condition. Do not edit.');
  writer.line("import type { Client } from '@temporalio/client';");
  writer.line("import { startWhere } from './platform/conditions.gen.ts';");
  const interprets = used.delete('interpret');
  if (used.size)
    writer.imports('import', [...used].sort(), './runtime/index.gen.ts');
  if (interprets)
    writer.line("import { interpret } from './runtime/feelin.gen.ts';");
  writer.line("import type { JsonObject } from './runtime/json.gen.ts';");
  writer.line();
  writer.block(
    'const starts = [',
    () => lines.forEach(line => writer.line(line)),
    '];',
  );
  writer.line();
  writer.line(
    '/** Starts an instance by each event whose condition holds for the variables; answers the workflow ids. */',
  );
  writer.block(
    `export function evaluateConditions(client: Client, variables: JsonObject, taskQueue = ${literal(
      project.name,
    )}): Promise<string[]> {`,
    () =>
      writer.line('return startWhere(client, starts, variables, taskQueue);'),
    '}',
  );
  return writer.content;
}
