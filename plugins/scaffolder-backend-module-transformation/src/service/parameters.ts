import { z } from 'zod';

/** What every template asks for, checked again here since it becomes code. */

/** Of the component, its repository and its chart. */
export const serviceName = z
  .string()
  .regex(/^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/);

/** The namespace is a tenant, as tokens and the chart's schema have it. */
const ENTITY = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\/[A-Za-z0-9._-]+$/;

/** One line for people. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\r\n]*$/);

/** A whole reference of an entity, as in `group:demo/sales`. */
export const entityRef = (kind: string) =>
  z.string().regex(new RegExp(`^${kind}:${ENTITY.source.slice(1)}`));

/** The tenant that an owner is of. */
export const tenantOf = (owner: string): string =>
  owner.slice(owner.indexOf(':') + 1).split('/')[0];
