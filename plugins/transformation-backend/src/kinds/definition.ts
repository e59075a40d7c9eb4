import { InputError } from '@backstage/errors';
import {
  jsonSchemaOf,
  kindSchemas,
  type FactoryKind,
} from '@ameide/plugin-transformation-common';
import {
  callIsolated,
  type ArtifactKindDefinition,
} from '@ameide/plugin-transformation-node';
import type { KindFunctions } from './kindFunctions';

/** What the largest content needs: a drawing of 10 MiB, compared with another. */
const LIMITS = { timeoutMs: 60_000, memoryMb: 2048 };

/** A kind as the store takes it: what its functions answer as a problem becomes an error. */
export function definitionOf(
  kind: FactoryKind,
  functions: KindFunctions,
): ArtifactKindDefinition {
  const { validate, describe, difference, merge } = functions;
  return {
    kind,
    schema: jsonSchemaOf(kindSchemas[kind]),
    validate,
    describe,
    difference,
    merge,
    async assertContent(content) {
      const problem = await functions.problemOf(content);
      if (problem) throw new InputError(`content: ${problem}`);
    },
    async apply(content, operations) {
      const applied = await functions.apply(content, operations);
      if (applied.problem === undefined) return applied.content;
      throw new InputError(`operations: ${applied.problem}`);
    },
  };
}

/** The functions of a kind, each call in a thread with limits: XML comes from anybody, and its readers are large. */
export function isolatedFunctions(kind: FactoryKind): KindFunctions {
  const isolated =
    <A extends unknown[], R>(name: keyof KindFunctions) =>
    (...args: A) =>
      callIsolated<R>(
        {
          modulePath: require.resolve(
            '@ameide/plugin-transformation-backend/isolated',
          ),
          exportName: 'callKind',
        },
        [kind, name, args],
        LIMITS,
      );
  return {
    problemOf: isolated('problemOf'),
    validate: isolated('validate'),
    describe: isolated('describe'),
    difference: isolated('difference'),
    apply: isolated('apply'),
    merge: isolated('merge'),
  };
}
