import type { Workflow, WorkflowNode } from './workflow';

/** A value that is written down, or one of the state. */
export type Source = { value: unknown } | { path: string };

const PATH = '[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*';
/** `={{ $json.a.b }}`, the data that come into a node. */
const INCOMING = new RegExp(
  `^=\\s*\\{\\{\\s*\\$json\\.(${PATH})\\s*\\}\\}\\s*$`,
);
/** `={{ $('Node').item.json.a }}`, those of another one. */
const OF_NODE = new RegExp(
  `^=\\s*\\{\\{\\s*\\$\\((["'])([^"'\\\\]+)\\1\\)\\.(?:item|first\\(\\))\\.json\\.(${PATH})\\s*\\}\\}\\s*$`,
);

/** How a value of n8n is found in the state of a run. */
export interface Names {
  /** The part of the state that data come into a node from, where there is one alone. */
  incoming(node: WorkflowNode): string | undefined;
  /** The part of the state that a node has made. */
  made(name: string): string | undefined;
}

/**
 * A value of a parameter. Nothing is evaluated: an expression is a path, or it is refused.
 *
 * @param refuse - is told why, and takes the place of the value
 */
export function readValue(
  value: unknown,
  node: WorkflowNode,
  names: Names,
  refuse: (why: string) => void,
): Source {
  if (typeof value !== 'string' || !value.startsWith('=')) return { value };
  const own = INCOMING.exec(value);
  const incoming = own && names.incoming(node);
  if (own && incoming) return { path: `${incoming}.${own[1]}` };
  const other = OF_NODE.exec(value);
  const made = other && names.made(other[2]);
  if (other && made) return { path: `${made}.${other[3]}` };
  refuse(`the expression ${value} is no plain path to a value`);
  return { value: null };
}

/** What `$json` means in a node: what the one node before it has made that makes something. */
export function namesOf(
  { nodes, connections }: Workflow,
  madeBy: (node: WorkflowNode) => string | undefined,
): Names {
  const byName = new Map(nodes.map(node => [node.name, node]));
  const before = (name: string) =>
    nodes.filter(other =>
      connections[other.name]?.main?.some(output =>
        output?.some(to => to.node === name),
      ),
    );
  const incoming = (name: string, seen: Set<string>): Set<string> => {
    const found = new Set<string>();
    if (seen.has(name)) return found;
    seen.add(name);
    for (const node of before(name)) {
      const made = madeBy(node);
      if (made) found.add(made);
      // a node that makes nothing passes on what came to it
      else incoming(node.name, seen).forEach(one => found.add(one));
    }
    return found;
  };
  return {
    incoming({ name }) {
      const found = [...incoming(name, new Set())];
      return found.length === 1 ? found[0] : undefined;
    },
    made(name) {
      const node = byName.get(name);
      return node && madeBy(node);
    },
  };
}
