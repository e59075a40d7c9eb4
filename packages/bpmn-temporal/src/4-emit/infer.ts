import { allNodes, allBodies, throwsOf, triggersOf } from '../1-parse/walk';
import type {
  FlowNode,
  JobWork,
  MappingEntry,
  ProcessModel,
  Trigger,
} from '../1-parse/model';
import type { JsonObject } from '../types';
import { plainTreeOf } from './feel/syntax';
import { learnFrom, pathOf } from './feel-usage';
import {
  LayeredFields,
  fieldOf,
  learnChoices,
  learnValue,
  newShape,
  shapeAt,
} from './shape';
import type { Shape } from './shape';

/** What the drawing says about the data of a process: shapes of its variables, and of what each job takes and gives. */
export interface Inferred {
  readonly variables: Shape;
  readonly jobs: ReadonlyMap<string, JobShapes>;
  readonly userTasks: ReadonlyMap<string, Shape>;
  readonly messages: ReadonlyMap<string, Shape>;
}

export interface JobShapes {
  readonly input: Shape;
  readonly output: Shape;
  /** Without mappings a job sees and may answer all variables. */
  mapsInput: boolean;
  mapsOutput: boolean;
  headers: boolean;
  readonly elements: FlowNode[];
}

export function infer(
  process: ProcessModel,
  jobs: Map<string, JobShapes>,
  defaults: Readonly<Record<string, JsonObject>>,
): Inferred {
  const variables = newShape();
  const userTasks = new Map<string, Shape>();
  const messages = new Map<string, Shape>();
  const jobOf = (
    node: FlowNode & {
      input: readonly MappingEntry[];
      output: readonly MappingEntry[];
    },
    work: JobWork,
    local: Shape,
  ) => {
    const shapes = jobs.get(work.jobType) ?? newJob();
    jobs.set(work.jobType, shapes);
    shapes.elements.push(node);
    shapes.mapsInput &&= node.input.length > 0;
    shapes.mapsOutput &&= node.output.length > 0;
    shapes.headers ||= Object.keys(work.headers).length > 0;
    for (const { target } of node.input) {
      const [name = ''] = target.split('.');
      const shape = local.fields.get(name);
      if (shape) shapes.input.fields.set(name, shape);
    }
    result(node.output, shapes.output, local, variables);
    decision(work, shapes.output);
    const answers = defaults[work.jobType];
    if (!answers) return;
    learnValue(shapes.output, answers);
    if (!node.output.length) learnValue(variables, answers);
  };
  for (const body of allBodies(process.body))
    for (const flow of body.flows) learn(flow.condition, variables, 'boolean');
  for (const node of allNodes(process.body)) {
    if (!('input' in node)) continue;
    const local = mapped(node.input, variables);
    const work = 'work' in node ? node.work : undefined;
    switch (work?.kind) {
      case 'job':
        jobOf(node, work, local);
        break;
      case 'user': {
        const shape = newShape();
        result(node.output, shape, local, variables);
        userTasks.set(node.id, shape);
        learn(work.assignee, local, 'string');
        learn(work.candidateGroups, local);
        learn(work.dueDate, local, 'string');
        break;
      }
      case 'script':
        learn(`=${work.expression}`, local);
        if (node.output.length)
          result(node.output, newShape(), local, variables);
        else fieldOf(variables, work.result);
        break;
      case 'decision':
        if (node.output.length)
          result(node.output, newShape(), local, variables);
        else fieldOf(variables, work.result);
        break;
      default: {
        const awaited = triggersOf(node);
        for (const one of awaited)
          trigger(one, node.output, local, variables, messages);
        if (!awaited.length) result(node.output, newShape(), local, variables);
      }
    }
    for (const thrown of throwsOf(node))
      if (thrown.kind === 'job') jobOf(node, thrown, local);
  }
  return { variables, jobs, userTasks, messages };
}

/** A job that decides instead of a gateway is told the names of the flows that it may answer. */
function decision({ headers }: JobWork, answer: Shape): void {
  const names = Object.entries(headers).flatMap(([key, name]) =>
    /^flow \d+$/.test(key) ? [name] : [],
  );
  for (const field of names.length ? ['flow', 'flows'] : []) {
    const shape = answer.fields.get(field);
    if (shape) learnChoices(shape, names, field === 'flows');
  }
}

function newJob(): JobShapes {
  return {
    input: newShape(),
    output: newShape(),
    mapsInput: true,
    mapsOutput: true,
    headers: false,
    elements: [],
  };
}

/** The scope of an activity: its input mappings, over the variables around it. */
function mapped(input: readonly MappingEntry[], outer: Shape): Shape {
  const view: Shape = input.length
    ? { ...newShape(), fields: new LayeredFields(outer.fields) }
    : outer;
  for (const { target, source } of input) {
    const path = pathOf(source);
    const [name = '', ...rest] = target.split('.');
    if (path && rest.length === 0) view.fields.set(name, shapeAt(outer, path));
    else {
      if (!rest.length) view.fields.set(name, newShape());
      const shape = shapeAt(view, [name, ...rest]);
      if (!source.startsWith('=')) shape.kinds.add('string');
      learn(source, outer);
    }
  }
  return view;
}

/** Output mappings: where a source is a path into the result, it has the shape of the variable that it goes to. */
function result(
  output: readonly MappingEntry[],
  answer: Shape,
  local: Shape,
  variables: Shape,
): void {
  for (const { target, source } of output) {
    const to = shapeAt(variables, target.split('.'));
    const path = pathOf(source);
    const last = path?.at(-1);
    if (path && last !== undefined)
      shapeAt(answer, path.slice(0, -1)).fields.set(last, to);
    else learnAnswer(source, answer, local);
  }
}

/** Names that are known outside stay what they are; new ones belong to the answer. */
function learnAnswer(source: string, answer: Shape, local: Shape): void {
  const both = {
    ...newShape(),
    fields: new LayeredFields(answer.fields, local.fields),
  };
  learn(source, both);
  for (const [name, shape] of both.fields)
    if (!local.fields.has(name)) answer.fields.set(name, shape);
}

function trigger(
  on: Trigger,
  output: readonly MappingEntry[],
  local: Shape,
  variables: Shape,
  messages: Map<string, Shape>,
): void {
  if (on.kind === 'timer')
    learn(on.timer.source, local, 'string', timerExamples[on.timer.form]);
  if (on.kind === 'conditional') learn(on.condition, local, 'boolean');
  if (on.kind !== 'message') {
    result(output, newShape(), local, variables);
    return;
  }
  learn(on.correlationKey, local, 'string');
  const shape = messages.get(on.name) ?? newShape();
  messages.set(on.name, shape);
  result(output, shape, local, variables);
}

function learn(
  source: string | undefined,
  shape: Shape,
  kind?: 'boolean' | 'string',
  example?: string,
): void {
  if (!source?.startsWith('=')) return;
  const expression = source.slice(1);
  learnFrom(plainTreeOf(expression), expression, shape, kind, example);
}

/** What a variable that sets a timer may hold. */
const timerExamples = {
  duration: 'PT1S',
  date: '2030-01-01T00:00:00Z',
  cycle: 'R2/PT1S',
};
