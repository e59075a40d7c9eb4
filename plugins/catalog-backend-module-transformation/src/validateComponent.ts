import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseArtifactName } from '@ameide/plugin-transformation-common';
import { ANNOTATIONS_OF_TYPE, ARTIFACT } from './componentTypes';

/** The type of a component of ours; undefined for every other entity. */
export function controllerType(entity: Entity): string | undefined {
  const type = entity.kind === 'Component' ? entity.spec?.type : undefined;
  return typeof type === 'string' && type in ANNOTATIONS_OF_TYPE
    ? type
    : undefined;
}

/**
 * Checks what a component of one of the three types says of itself.
 *
 * @throws InputError that names each annotation and what is wrong with it
 */
export function validateComponent(entity: Entity): void {
  const type = controllerType(entity);
  if (!type) return;
  const annotations = entity.metadata.annotations ?? {};
  const problems = Object.entries(ANNOTATIONS_OF_TYPE[type]).flatMap(
    ([name, schema]) => {
      const result = schema.safeParse(annotations[name]);
      return result.success
        ? []
        : result.error.issues.map(
            ({ message }) => `metadata.annotations["${name}"] ${message}`,
          );
    },
  );
  const tenant = parseArtifactName(annotations[ARTIFACT] ?? '')?.tenant;
  if (tenant && tenant !== entity.metadata.namespace) {
    problems.push(
      `metadata.annotations["${ARTIFACT}"] is an artifact of the tenant ${tenant}, but the entity's namespace is ${
        entity.metadata.namespace ?? 'default'
      }; both must be the same`,
    );
  }
  if (problems.length) {
    throw new InputError(
      `${stringifyEntityRef(entity)} is no valid ${type}: ${problems.join(
        '; ',
      )}`,
    );
  }
}
