import type { FlowNode, Trigger } from '../1-parse/model';
import { triggersOf } from '../1-parse/walk';
import { startNodes } from '../3-structure/entry';
import type { DeployedStart } from '../runtime/deployment';
import { json } from './code';
import type { Project } from './project';
import { createWriter } from './writer';

/** src/deployment.gen.ts: how the processes of the project are started from outside. */
export function deploymentFile(project: Project): string {
  const writer = createWriter('src/deployment.gen.ts');
  writer.line(
    '// What the deployment makes known: how the processes start. Do not edit.',
  );
  writer.line("import type { Deployment } from './runtime/deployment.gen.ts';");
  writer.line();
  writer.block(
    'export const deployment: Deployment = {',
    () => {
      writer.line(`name: ${json(project.name)},`);
      writer.block(
        'processes: [',
        () => {
          for (const { model, workflowType } of project.processes)
            writer.line(
              `${json({
                processId: model.id,
                workflowType,
                starts: startNodes(model.body).flatMap(startsBy),
              })},`,
            );
        },
        '],',
      );
    },
    '};',
  );
  return writer.content;
}

function startsBy(node: FlowNode): DeployedStart[] {
  return triggersOf(node).map(trigger => ({
    elementId: node.id,
    ...fieldOf(trigger),
  }));
}

function fieldOf(trigger: Trigger): Omit<DeployedStart, 'elementId'> {
  switch (trigger.kind) {
    case 'message':
      return { message: trigger.name };
    case 'signal':
      return { signal: trigger.name };
    case 'conditional':
      return { condition: trigger.condition };
    case 'timer':
      return { timer: trigger.timer };
    default:
      return {};
  }
}
