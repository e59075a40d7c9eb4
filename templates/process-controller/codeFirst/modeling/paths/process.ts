import { BpmnModdle } from 'bpmn-moddle';

/** A flow node of the drawing, with what leaves it. */
export interface Node {
  id: string;
  /** As in `bpmn:UserTask`. */
  type: string;
  outgoing: Flow[];
  incoming: Flow[];
  /** Boundary events that are attached to it. */
  boundaries: Node[];
  /** Of a boundary event. */
  interrupting: boolean;
  terminates: boolean;
}

export interface Flow {
  id: string;
  source: string;
  target: Node;
}

export interface Process {
  id: string;
  starts: Node[];
}

interface Element {
  $type: string;
  id: string;
  isExecutable?: boolean;
  cancelActivity?: boolean;
  attachedToRef?: Element;
  sourceRef?: Element;
  targetRef?: Element;
  eventDefinitions?: { $type: string }[];
  flowElements?: Element[];
  rootElements?: Element[];
}

/** How tokens move there depends on more than the choice of a way. */
const NOT_PLAYED =
  /^bpmn:(SubProcess|AdHocSubProcess|Transaction|ComplexGateway)$/;

/**
 * The executable process of a drawing, as tokens move in it.
 *
 * @throws Error that names an element whose paths cannot be told, or says that there is no executable process
 */
export async function readProcess(drawing: string): Promise<Process> {
  const { rootElement } = await new BpmnModdle({}).fromXML(drawing);
  const process = (rootElement as Element).rootElements?.find(
    ({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable,
  );
  if (!process) throw new Error('The drawing has no executable process');
  const elements = process.flowElements ?? [];
  const refused = elements.find(({ $type }) => NOT_PLAYED.test($type));
  if (refused) {
    throw new Error(
      `${refused.id}: the paths of a drawing with a ${refused.$type.slice(
        5,
      )} cannot be listed; draw it as a process of its own, and call it`,
    );
  }
  const nodes = new Map(
    elements
      .filter(({ $type }) => /(Event|Gateway|Task|CallActivity)$/.test($type))
      .map(element => [element.id, nodeOf(element)]),
  );
  for (const { id, sourceRef, targetRef } of elements) {
    const source = nodes.get(sourceRef?.id ?? '');
    const target = nodes.get(targetRef?.id ?? '');
    if (!source || !target) continue;
    const flow = { id, source: source.id, target };
    source.outgoing.push(flow);
    target.incoming.push(flow);
  }
  for (const { id, attachedToRef } of elements) {
    const boundary = nodes.get(id);
    if (boundary) nodes.get(attachedToRef?.id ?? '')?.boundaries.push(boundary);
  }
  return {
    id: process.id,
    starts: [...nodes.values()].filter(
      ({ type, incoming }) => type === 'bpmn:StartEvent' && !incoming.length,
    ),
  };
}

const nodeOf = ({
  $type,
  id,
  cancelActivity,
  eventDefinitions = [],
}: Element): Node => ({
  id,
  type: $type,
  outgoing: [],
  incoming: [],
  boundaries: [],
  interrupting: cancelActivity !== false,
  terminates: eventDefinitions.some(
    definition => definition.$type === 'bpmn:TerminateEventDefinition',
  ),
});
