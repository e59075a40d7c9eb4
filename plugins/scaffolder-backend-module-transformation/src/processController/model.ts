import { z } from 'zod';
import { contracts, findTwice } from '../service/contracts';
import { entityRef, serviceName, tenantOf, text } from '../service/parameters';
import { problemsOf, refusedBecause } from '../service/problems';

const parameters = z.strictObject({
  name: serviceName,
  title: text(100).min(1),
  description: text(300).default(''),
  owner: entityRef('group'),
  system: entityRef('system'),
  language: z.enum(['typescript', 'go', 'python']).default('typescript'),
  starter: z.enum(['review', 'approval', 'delivery']).default('review'),
  ci: z.enum(['github', 'gitlab']).default('github'),
  dependencies: z
    .array(entityRef('component').or(entityRef('api')))
    .max(30)
    .default([]),
  /** Of what it depends on. */
  protos: contracts,
  /** In a file of its own. */
  drawing: z.string().max(4_000_000).default(''),
});

/** A service that activities call. */
export interface Dependency {
  ref: string;
  /** As in `orders`. */
  name: string;
  tenant: string;
  /** Variable of the environment with its address, as in `ORDERS_URL`. */
  variable: string;
}

/** A process controller to be made. */
export interface ProcessModel {
  parameters: Omit<z.infer<typeof parameters>, 'drawing'>;
  name: string;
  title: string;
  description: string;
  tenant: string;
  /** The components among the dependencies. */
  services: Dependency[];
  /** The APIs among them. */
  apis: string[];
}

const isComponent = (ref: string) => ref.startsWith('component:');

function toDependency(ref: string): Dependency {
  const name = ref.slice(ref.indexOf('/') + 1);
  const upper = name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return {
    ref,
    name,
    tenant: tenantOf(ref),
    variable: `${/^\d/.test(upper) ? '_' : ''}${upper}_URL`,
  };
}

const refused = (problems: string[]) =>
  refusedBecause('A process controller', problems);

/**
 * Parameters of the template, as a model.
 *
 * @throws InputError that names every parameter that is wrong, and why
 */
export function readModel(values: unknown): ProcessModel {
  const result = parameters.safeParse(values);
  if (!result.success) throw refused(problemsOf(result.error));
  const { drawing, ...said } = result.data;
  const { name, title, description, owner, dependencies, protos } = said;
  const services = dependencies.filter(isComponent).map(toDependency);
  const problems = [
    ...(drawing && said.language !== 'typescript'
      ? [
          `drawing: a worker in ${said.language} begins with a starter; draw on from there, and its tests say what the worker lacks`,
        ]
      : []),
    ...findTwice(protos),
    ...protos
      .filter(({ path }) => path.startsWith('ameide/process/'))
      .map(({ path }) => `protos: ${path} is a name of the process itself`),
    ...services
      .filter(
        ({ name: one, variable }) =>
          services.find(other => other.variable === variable)?.name !== one,
      )
      .map(({ ref, variable }) => `${ref}: ${variable} is taken already`),
  ];
  if (problems.length) throw refused(problems);
  return {
    parameters: said,
    name,
    title,
    description,
    tenant: tenantOf(owner),
    services,
    apis: dependencies.filter(ref => !isComponent(ref)),
  };
}
