import type { ProcessModel } from '../model';

/** What the service is called in logs, metrics and tokens. */
export const nameTs = ({ name, tenant }: ProcessModel): string => `\
/** In every line of the log, every metric and every trace. */
export const CONTROLLER_TYPE = 'process-controller';
export const CONTROLLER_NAME = '${name}';

/** The drawing in the artifact store. */
export const ARTIFACT = 'tenants/${tenant}/artifacts/${name}';

/** What a token has to be good for. */
export const READ_SCOPE = '${name}.read';
export const WRITE_SCOPE = '${name}.operate';
`;

/** What activities may call. */
export const dependenciesTs = ({ services }: ProcessModel): string => `\
/** A service that activities call: who it is in the catalog, and the variable that has its address. */
export interface Address {
  ref: string;
  variable: string;
}

export const dependencies = {${services
  .map(
    ({ name, ref, variable }) => `
  '${name}': { ref: '${ref}', variable: '${variable}' },`,
  )
  .join('')}${services.length ? '\n' : ''}} satisfies Record<string, Address>;
`;
