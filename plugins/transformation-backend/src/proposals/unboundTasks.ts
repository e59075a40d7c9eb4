import { bindingsOf } from '../kinds/bpmn/references';
import { elementsOf } from '../kinds/bpmn/elements';
import { parseBpmn } from '../kinds/bpmn/parse';
import type { ModdleElement } from '../kinds/moddle/element';

/** A task of a drawing whose work no component does yet. */
export interface UnboundTask {
  id: string;
  /** What it says, as in "Reserve stock"; its id where it says nothing. */
  name: string;
  /** As in `inventory.reserve-stock`. */
  jobType?: string;
  /** Variables that its work is given. */
  inputs: string[];
}

/** Tasks that somebody's service does, whatever the drawing says of how. */
const BY_A_SERVICE = [
  'bpmn:BusinessRuleTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ServiceTask',
];

/** The tasks of a drawing that are bound to no component of the catalog. @throws Error of moddle, which names line and column */
export async function unboundTasks(content: string): Promise<UnboundTask[]> {
  const elements = Object.values(elementsOf(await parseBpmn(content)));
  return elements
    .filter(({ $type }) => BY_A_SERVICE.includes($type))
    .filter(task => !doneInside(task) && !bindingsOf(task).length)
    .map(task => {
      const jobType = extension(task, 'zeebe:TaskDefinition')?.type;
      const inputs = extension(task, 'zeebe:IoMapping')?.inputParameters;
      return {
        id: task.id!,
        name: task.name ?? task.id!,
        ...(jobType ? { jobType: String(jobType) } : {}),
        inputs: ((inputs ?? []) as ModdleElement[]).map(({ target }) =>
          String(target),
        ),
      };
    });
}

/** A script and a decision that the process does by itself. */
function doneInside(task: ModdleElement): boolean {
  return ['zeebe:Script', 'zeebe:CalledDecision'].some(type =>
    extension(task, type),
  );
}

function extension(
  { extensionElements }: ModdleElement,
  type: string,
): ModdleElement | undefined {
  const { values = [] } = (extensionElements ?? {}) as {
    values?: ModdleElement[];
  };
  return values.find(({ $type }) => $type === type);
}
