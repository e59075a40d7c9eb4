import type { AgentNode } from '@ameide/plugin-transformation-common';
import {
  idOf,
  kindOf,
  readerAt,
  refuseAt,
  stepOf,
  type Importing,
} from './importing';
import { argumentsOf, assignmentsOf, promptOf } from './parametersOf';
import { pluggedInto, type WorkflowNode } from './workflow';

/** A node of the graph. */
export function toNode(importing: Importing, node: WorkflowNode): AgentNode {
  const refuse = refuseAt(importing, node);
  const read = readerAt(importing, node);
  const base = { id: stepOf(node), name: node.name };
  switch (kindOf(node)) {
    case 'agent': {
      const prompt = promptOf(node, refuse);
      return {
        ...base,
        type: 'model',
        tools: pluggedInto(importing.from, node.name, 'ai_tool').map(tool =>
          toolFor(importing, tool),
        ),
        ...(prompt && { prompt }),
      };
    }
    case 'http':
      return {
        ...base,
        type: 'tool',
        tool: toolFor(importing, node),
        arguments: argumentsOf(node, read, refuse),
      };
    case 'set':
      return {
        ...base,
        type: 'set',
        values: assignmentsOf(node, read, refuse),
      };
    default:
      return { ...base, type: 'decision' };
  }
}

function toolFor(importing: Importing, node: WorkflowNode): string {
  const id = idOf(node.name);
  if (!importing.toolIds.includes(id)) {
    refuseAt(importing, node)(`there is no tool ${id} among the parameters`);
  }
  return id;
}
