import { InputError } from '@backstage/errors';
import type { ElementChange } from '@ameide/plugin-transformation-common';
import {
  callIsolated,
  type ArtifactKindDefinition,
  type Merge,
} from '@ameide/plugin-transformation-node';
import { compileIsolated } from '../../builders/temporal';

const isolated = (exportName: string) => ({
  modulePath: require.resolve('@ameide/plugin-transformation-backend/isolated'),
  exportName,
});
const LIMITS = { timeoutMs: 30_000, memoryMb: 512 };

/** BPMN 2.0 drawings. They are parsed in a thread with limits, since they come from anybody. */
export const bpmnKind: ArtifactKindDefinition = {
  kind: 'bpmn',
  async assertContent(content) {
    const problem = await callIsolated<string | undefined>(
      isolated('problemOfBpmn'),
      [content],
      LIMITS,
    );
    if (problem) throw new InputError(`content: ${problem}`);
  },
  validate: async content =>
    (await compileIsolated(content, 'check', {})).diagnostics,
  references: content =>
    callIsolated<string[]>(isolated('referencesOfBpmn'), [content], LIMITS),
  difference: (before, after) =>
    callIsolated<ElementChange[]>(
      isolated('differenceOfBpmn'),
      [before, after],
      LIMITS,
    ),
  merge: (base, theirs, mine) =>
    callIsolated<Merge>(isolated('mergeBpmn'), [base, theirs, mine], LIMITS),
};
