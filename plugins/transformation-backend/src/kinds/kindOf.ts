import { InputError } from '@backstage/errors';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';

/** The kind of a name. @throws InputError that tells the kinds there are */
export function kindOf(
  kinds: Map<string, ArtifactKindDefinition>,
  name: string,
): ArtifactKindDefinition {
  const kind = kinds.get(name);
  if (kind) return kind;
  throw new InputError(
    `kind: "${name}" is not one of ${[...kinds.keys()].join(', ')}`,
  );
}
