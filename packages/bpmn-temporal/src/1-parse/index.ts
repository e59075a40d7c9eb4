import { parseDecisions } from '../dmn/parse';
import type { Decisions } from '../dmn/model';
import { bodyOf } from './body';
import { nameFlows } from './flow-ids';
import type { Drawing, ProcessModel } from './model';
import { extension, list, readXml, text } from './moddle';
import type { Moddle, ReadWarning } from './moddle';
import { documentationOf } from './nodes';
import { positionsOf } from './positions';
import type { Position } from './positions';
import { carryOver } from './vendors';

/** A drawing that was read: moddle's tree for the rules, and our model of it for the phases after them. */
export interface Parsed {
  readonly source: string;
  readonly definitions: Moddle;
  readonly warnings: readonly ReadWarning[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly drawing: Drawing;
  /** The decisions of the DMN files that came with the drawing. */
  readonly decisions: Decisions;
}

/** Phase 1: BPMN 2.0 XML → moddle → what vendors say in our words → our model. Throws where the text can't be read at all. */
export async function parse(
  source: string,
  decisionFiles: Readonly<Record<string, string>> = {},
): Promise<Parsed> {
  const { definitions, warnings } = carryOver(await readXml(source), source);
  nameFlows(definitions);
  return {
    source,
    definitions,
    warnings,
    positions: positionsOf(source),
    decisions: await parseDecisions(decisionFiles),
    drawing: drawingOf(definitions),
  };
}

/** Our model of moddle's tree; to be made again where the tree was changed. */
export function drawingOf(definitions: Moddle): Drawing {
  return { processes: executableProcesses(definitions).map(processOf) };
}

/** The processes that are to be run; a process says so itself (10.2, isExecutable). */
export function executableProcesses(definitions: Moddle): Moddle[] {
  return list(definitions.rootElements).filter(
    element =>
      element.$type === 'bpmn:Process' && element.isExecutable === true,
  );
}

function processOf(element: Moddle): ProcessModel {
  const versionTag = text(extension(element, 'VersionTag')?.value);
  return {
    id: text(element.id),
    name: text(element.name),
    documentation: documentationOf(element),
    ...(versionTag ? { versionTag } : {}),
    body: bodyOf(element),
  };
}
