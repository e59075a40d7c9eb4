import type { FlowNode, ProcessModel, Trigger } from '../1-parse/model';
import { throwsOf, triggersOf } from '../1-parse/walk';
import { startNodes } from '../3-structure/entry';
import type { DeployedStart } from '../runtime/deployment';
import { aloneIn } from './alone';
import { attemptsOf, usualAttempts } from './attempts';
import { json, property } from './code';
import type { JobShapes } from './infer';
import type { Project } from './project';
import { createWriter } from './writer';

/** src/deployment.gen.ts: how the processes of the project are started from outside. */
export function deploymentFile(project: Project): string {
  const writer = createWriter('src/deployment.gen.ts');
  writer.line(
    '// What the deployment makes known: how the processes start. Do not edit.',
  );
  writer.line(
    "import type { Deployment, JobElements } from './runtime/deployment.gen.ts';",
  );
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
                ...(isCallable(model) ? { callable: true } : {}),
                ...(model.versionTag ? { versionTag: model.versionTag } : {}),
              })},`,
            );
        },
        '],',
      );
    },
    '};',
  );
  writer.line();
  writer.line(
    '/** Who has the jobs of each type: elements that nothing can interrupt and nothing runs beside, and others. */',
  );
  writer.block(
    'export const jobElements: JobElements = {',
    () => {
      for (const { type, shapes } of project.jobs)
        writer.line(`${property(type)}: ${json(elementsOf(shapes))},`);
    },
    '};',
  );
  return writer.content;

  function elementsOf({ elements }: JobShapes) {
    const isAlone = (node: FlowNode) =>
      hasOneJob(node) &&
      project.processes.some(({ model }) => aloneIn(model).has(node.id));
    const ids = (nodes: readonly FlowNode[]) => nodes.map(({ id }) => id);
    const attempts = attemptsOf(elements);
    return {
      alone: ids(elements.filter(isAlone)),
      others: ids(elements.filter(node => !isAlone(node))),
      ...(attempts === usualAttempts ? {} : { attempts }),
    };
  }
}

/** An event that throws several things is never done by one activity alone. */
function hasOneJob(node: FlowNode): boolean {
  return throwsOf(node).length < 2;
}

/** Others can call it: it begins by itself. */
function isCallable({ body }: ProcessModel): boolean {
  const starts = startNodes(body);
  return !starts.length || starts.some(node => !triggersOf(node).length);
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
