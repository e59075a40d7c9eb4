import { text } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import {
  addFlow,
  addNode,
  incoming,
  outgoing,
  setSource,
  setTarget,
} from './flows';
import { jobTypeOf, nameOf, variableOfId } from './names';
import { set } from '../../1-parse/change';
import type { Tree } from './tree';
import { extend, map } from '../../1-parse/zeebe';

/**
 * Lets a job decide: it stands in front of the gateway and answers by name which flow is taken, or which flows where it
 * may be several; the conditions ask for its answer. Where an activity or event chooses itself, a gateway is put behind it.
 */
export function decide(tree: Tree, node: Moddle): boolean {
  const flows = outgoing(node);
  const open = flows.filter(flow => flow !== node.default);
  if (flows.length < 2) {
    for (const flow of flows) set(flow, 'conditionExpression', undefined);
    return true;
  }
  if (open.every(flow => tree.decided.has(flow))) return true;
  const gateway = is(node, 'Gateway') ? node : gatewayBehind(tree, node);
  const several = !is(gateway, 'ExclusiveGateway');
  const variable = variableOfId(gateway);
  const names = flowNames(flows);
  jobBefore(tree, gateway, variable, [...names.values()]);
  for (const flow of open) {
    const name = names.get(flow);
    const literal = JSON.stringify(name);
    const body = several
      ? `=list contains(${variable}, ${literal})`
      : `=${variable} = ${literal}`;
    const condition = tree.create('bpmn:FormalExpression', flow, { body });
    set(flow, 'conditionExpression', condition);
    tree.decided.add(flow);
  }
  return true;
}

/** The name of each flow, its target's where it has none, its id where that is not unique. */
function flowNames(flows: readonly Moddle[]): Map<Moddle, string> {
  const wished = flows.map(flow => {
    const own = text(flow.name).trim();
    return nameOf(own ? flow : (flow.targetRef as Moddle | undefined) ?? flow);
  });
  return new Map(
    flows.map((flow, index) => {
      const name = wished[index] ?? '';
      const unique = wished.filter(other => other === name).length === 1;
      return [flow, unique ? name : text(flow.id)];
    }),
  );
}

function gatewayBehind(tree: Tree, node: Moddle): Moddle {
  const flows = outgoing(node);
  const kind = is(node, 'Activity') ? 'Inclusive' : 'Exclusive';
  const gateway = addNode(`bpmn:${kind}Gateway`, node, {
    id: tree.freshId(`${node.id}_choice`),
    name: node.name,
  });
  for (const flow of flows) setSource(flow, gateway);
  if (node.default) {
    set(gateway, 'default', node.default);
    set(node, 'default', undefined);
  }
  addFlow(tree, node, gateway);
  return gateway;
}

function jobBefore(
  tree: Tree,
  gateway: Moddle,
  variable: string,
  names: readonly string[],
): void {
  const job = addNode('bpmn:ServiceTask', gateway, {
    id: tree.freshId(`${gateway.id}_decision`),
    name: text(gateway.name) || undefined,
  });
  const base = `decide-${jobTypeOf(gateway)}`;
  let type = base;
  for (let nth = 2; tree.jobTypes.has(type); nth += 1) type = `${base}-${nth}`;
  tree.jobTypes.add(type);
  extend(job, 'TaskDefinition', { type });
  const answer = is(gateway, 'ExclusiveGateway') ? 'flow' : 'flows';
  map(job, 'outputParameters', [{ source: `=${answer}`, target: variable }]);
  const headers = extend(job, 'TaskHeaders', {});
  set(
    headers,
    'values',
    names.map((value, index) =>
      tree.create('zeebe:Header', headers, { key: `flow ${index + 1}`, value }),
    ),
  );
  for (const flow of incoming(gateway)) setTarget(flow, job);
  addFlow(tree, job, gateway);
}
