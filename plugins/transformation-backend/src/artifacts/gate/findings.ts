import type { GateFinding } from '@ameide/plugin-transformation-common';
import { callIsolated } from '@ameide/plugin-transformation-node';
import type { Surroundings } from '../commands/handler';
import { readContent } from '../read';
import { revisionOf, type ArtifactState } from '../state';
import { unresolved } from './references';

const SECRETS = {
  modulePath: require.resolve('@ameide/plugin-transformation-backend/isolated'),
  exportName: 'secretsIn',
};
const LIMITS = { timeoutMs: 30_000, memoryMb: 256 };

/**
 * All that keeps a revision from being promoted, but for the approval: errors
 * that the kind finds, which for a drawing are those of the compiler, secrets,
 * and references to what is not there.
 */
export async function findingsOf(
  state: ArtifactState,
  number: number,
  around: Surroundings,
): Promise<GateFinding[]> {
  const { sequence } = revisionOf(state, number);
  const { content } = await around.read(tx =>
    readContent(tx, state.id, sequence),
  );
  const [diagnostics, secrets, { references }] = await Promise.all([
    around.kind.validate(content),
    callIsolated<GateFinding[]>(SECRETS, [content], LIMITS),
    around.kind.describe(content),
  ]);
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, elementId }) => ({
      code,
      message,
      ...(elementId && { elementId }),
    }));
  return [...errors, ...secrets, ...(await unresolved(references, around))];
}
