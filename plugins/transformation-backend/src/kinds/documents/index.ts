import type { z } from 'zod';
import {
  agentDefinition,
  baseline,
  composition,
  initiative,
  revisionName,
  type AgentDefinition,
  type Baseline,
  type Composition,
  type Diagnostic,
  type Initiative,
} from '@ameide/plugin-transformation-common';
import { functionsOf } from '../kindFunctions';
import { danglingMentions, repeatedIds } from '../model/check';
import { mergeText } from '../text/mergeText';
import { applyToYaml, linesOfYaml, readYaml } from './yaml';

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

/** A kind whose content is YAML or JSON in the shape of its schema. */
function document<M>(
  schema: z.ZodType<M>,
  check: (model: M) => Diagnostic[],
  references: (model: M) => string[],
) {
  return functionsOf({
    schema,
    check,
    references,
    read: readYaml,
    lines: linesOfYaml,
    apply: applyToYaml,
    merge: mergeText,
  });
}

/** An agent as a graph of nodes, with the tools that it may call. */
export const agentDefinitionFunctions = document<AgentDefinition>(
  agentDefinition,
  ({ nodes, edges, tools, entry }) => [
    ...repeatedIds([...nodes, ...tools, ...edges]),
    ...danglingMentions([{ as: 'entry', name: entry }], ids(nodes)),
    ...danglingMentions(
      nodes.map(({ id, tool }) => ({ elementId: id, as: 'tool', name: tool })),
      ids(tools),
    ),
    ...danglingMentions(
      edges.flatMap(({ id, from, to }) => [
        { elementId: id, as: 'from', name: from },
        { elementId: id, as: 'to', name: to },
      ]),
      [...ids(nodes), 'END'],
    ),
  ],
  ({ tools }) => tools.map(({ target }) => target),
);

/** Processes, agents and tools that make one automation. */
export const compositionFunctions = document<Composition>(
  composition,
  ({ components, entry }) => [
    ...repeatedIds(components),
    ...danglingMentions(
      [{ as: 'entry', name: entry }],
      ids(components.filter(({ role }) => role !== 'tool')),
    ),
  ],
  ({ components }) =>
    components.map(({ artifact, revision }) =>
      revision ? revisionName(artifact, revision) : artifact,
    ),
);

/** A transformation with its stages, metrics and artifacts. */
export const initiativeFunctions = document<Initiative>(
  initiative,
  ({ stages, metrics, artifacts }) => [
    ...repeatedIds([...stages, ...metrics, ...artifacts]),
    ...danglingMentions(
      artifacts.map(({ id, stage }) => ({
        elementId: id,
        as: 'stage',
        name: stage,
      })),
      ids(stages),
    ),
  ],
  ({ artifacts }) => artifacts.map(({ target }) => target),
);

/** Revisions that go together. */
export const baselineFunctions = document<Baseline>(
  baseline,
  ({ revisions }) => [
    ...repeatedIds(revisions),
    // an artifact can be in it once
    ...repeatedIds(revisions.map(({ artifact }) => ({ id: artifact }))),
  ],
  ({ revisions }) =>
    revisions.map(({ artifact, revision }) => revisionName(artifact, revision)),
);
