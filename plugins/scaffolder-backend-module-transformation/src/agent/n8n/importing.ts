import { NODE_TYPES, type Becomes } from './nodeTypes';
import { namesOf, readValue, type Names, type Source } from './value';
import type { Workflow, WorkflowNode } from './workflow';

/** Nodes of n8n that are nodes of the graph too. */
const STEPS: Becomes[] = ['agent', 'http', 'if', 'switch', 'set', 'merge'];

/** A workflow while it is made into a definition. */
export interface Importing {
  from: Workflow;
  /** Its nodes that are nodes of the graph too. */
  steps: WorkflowNode[];
  /** Ids of the tools that the parameters grant. */
  toolIds: string[];
  names: Names;
  /** What cannot be taken over, by the names of the nodes. */
  problems: string[];
}

/** An id of a definition, made of the name of a node. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60) || 'node';

export const kindOf = ({ type }: WorkflowNode): Becomes => NODE_TYPES[type];

/** Id of the node in the graph; nodes and tools have ids of one kind, and a request is called as its tool. */
export const stepOf = (node: WorkflowNode): string =>
  `${kindOf(node) === 'http' ? 'call_' : ''}${idOf(node.name)}`;

export function startImport(from: Workflow, toolIds: string[]): Importing {
  return {
    from,
    steps: from.nodes.filter(node => STEPS.includes(kindOf(node))),
    toolIds,
    names: namesOf(from, node => {
      if (kindOf(node) === 'trigger') return 'input';
      return ['agent', 'http', 'set'].includes(kindOf(node))
        ? stepOf(node)
        : undefined;
    }),
    problems: [],
  };
}

/** Takes note of why a node cannot be taken over. */
export const refuseAt =
  ({ problems }: Importing, { name }: WorkflowNode) =>
  (why: string) => {
    problems.push(`${name}: ${why}`);
  };

/** Reads a value of a node's parameters. */
export const readerAt =
  (importing: Importing, node: WorkflowNode) =>
  (value: unknown): Source =>
    readValue(value, node, importing.names, refuseAt(importing, node));
