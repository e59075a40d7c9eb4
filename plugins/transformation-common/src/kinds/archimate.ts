import { z } from 'zod';
import {
  archimateElementType,
  archimateRelationshipType,
} from './archimateTypes';
import { elementId, identified } from './identified';

const described = identified.extend({
  documentation: z.string().optional(),
  /** By the id of the property's definition. */
  properties: z.record(z.string(), z.string()),
});

/** What a model in the Open Group's exchange format says. */
export const archimateModel = identified.extend({
  elements: z.array(described.extend({ type: archimateElementType })),
  relationships: z.array(
    described.extend({
      type: archimateRelationshipType,
      source: elementId,
      target: elementId,
    }),
  ),
  views: z.array(
    identified.extend({
      /** Ids of the elements that it shows. */
      shows: z.array(z.string()),
    }),
  ),
  /** Where nodes stand on the views, by the id of the node. */
  layout: z.array(
    z.object({
      id: elementId,
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    }),
  ),
});
export type ArchimateModel = z.infer<typeof archimateModel>;
