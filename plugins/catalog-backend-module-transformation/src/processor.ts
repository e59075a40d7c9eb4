import {
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
} from '@backstage/plugin-catalog-node';
import { parseArtifactName } from '@ameide/plugin-transformation-common';
import type { ReadBindings } from './bindings';
import { ARTIFACT } from './componentTypes';
import { controllerType, validateComponent } from './validateComponent';

/**
 * Checks domain controllers, process controllers and agents, and relates a
 * component to what the drawing behind it is bound to.
 */
export function createControllerProcessor(
  readBindings: ReadBindings,
): CatalogProcessor {
  return {
    getProcessorName: () => 'transformation-controllers',

    async preProcessEntity(entity) {
      validateComponent(entity);
      return entity;
    },

    async postProcessEntity(entity, location, emit) {
      const name = entity.metadata.annotations?.[ARTIFACT];
      const artifact = name ? parseArtifactName(name) : undefined;
      if (!controllerType(entity) || !artifact) return entity;
      const source = getCompoundEntityRef(entity);
      const bound = await readBindings(artifact.tenant, artifact.artifact);
      for (const text of bound) {
        const target = targetOf(text, entity);
        if (!target) {
          emit(
            processingResult.inputError(
              location,
              `The drawing ${name} is bound to "${text}", which is no entity reference of the tenant ${artifact.tenant}`,
            ),
          );
          continue;
        }
        emit(
          processingResult.relation({
            source,
            type: RELATION_DEPENDS_ON,
            target,
          }),
        );
        emit(
          processingResult.relation({
            source: target,
            type: RELATION_DEPENDENCY_OF,
            target: source,
          }),
        );
      }
      return entity;
    },
  };
}

/** A reference of the entity's own tenant; undefined where the text is none. */
function targetOf(text: string, entity: Entity): CompoundEntityRef | undefined {
  const { namespace } = entity.metadata;
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: namespace,
    });
    return ref.namespace === namespace ? ref : undefined;
  } catch {
    return undefined;
  }
}
