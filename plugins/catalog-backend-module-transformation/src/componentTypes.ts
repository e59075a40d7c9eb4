import { z } from 'zod';
import { parseArtifactName } from '@ameide/plugin-transformation-common';

/** Annotations by which the three component types say what they are made of. */
export const ARTIFACT = 'ameide.io/artifact';
export const PROTO_PACKAGE = 'ameide.io/proto-package';
export const TEMPORAL_NAMESPACE = 'ameide.io/temporal-namespace';
export const TASK_QUEUE = 'ameide.io/task-queue';

const artifact = z
  .string({
    error: 'is missing; name the drawing as tenants/TENANT/artifacts/ARTIFACT',
  })
  .refine(name => parseArtifactName(name), {
    message: 'must read tenants/TENANT/artifacts/ARTIFACT',
  });
const protoPackage = z
  .string({
    error: 'is missing; name the Protobuf package, as in demo.sales.v1',
  })
  .regex(
    /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\.v[0-9]+((alpha|beta)[0-9]+)?$/,
    'must be a Protobuf package that ends with its version, as in demo.sales.v1',
  );
const temporalName = z
  .string({ error: 'is missing; name it as Temporal knows it' })
  .regex(
    /^[A-Za-z0-9._-]{1,255}$/,
    'must be 1 to 255 of A-Z, a-z, 0-9, ".", "_" and "-"',
  );

/** What each type must say, by annotation. */
export const ANNOTATIONS_OF_TYPE: Record<string, Record<string, z.ZodType>> = {
  'domain-controller': { [PROTO_PACKAGE]: protoPackage },
  'process-controller': {
    [ARTIFACT]: artifact,
    [TEMPORAL_NAMESPACE]: temporalName,
    [TASK_QUEUE]: temporalName,
  },
  agent: {
    [ARTIFACT]: artifact.optional(),
    [PROTO_PACKAGE]: protoPackage.optional(),
  },
};
