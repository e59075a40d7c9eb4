import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import { compileIsolated } from '../builders/temporal';
import { definitionOf, isolatedFunctions } from './definition';
import {
  agentDefinitionFunctions,
  baselineFunctions,
  compositionFunctions,
  initiativeFunctions,
} from './documents';
import { markdownFunctions } from './markdown';

/** BPMN 2.0 drawings. What is wrong in one, the compiler says. */
export const bpmnKind = definitionOf('bpmn', {
  ...isolatedFunctions('bpmn'),
  validate: async content =>
    (await compileIsolated(content, 'check', {})).diagnostics,
});

/** The kinds that the factory brings. */
export const factoryKinds: ArtifactKindDefinition[] = [
  bpmnKind,
  definitionOf('dmn', isolatedFunctions('dmn')),
  definitionOf('archimate', isolatedFunctions('archimate')),
  definitionOf('markdown', markdownFunctions),
  definitionOf('agent-definition', agentDefinitionFunctions),
  definitionOf('composition', compositionFunctions),
  definitionOf('initiative', initiativeFunctions),
  definitionOf('baseline', baselineFunctions),
];
