import type { DomainModel } from '../model/model';

/** What the server serves. */
export const routesTs = ({ aggregates, protoPath }: DomainModel): string => `\
import type { ConnectRouter } from '@connectrpc/connect';
${aggregates
  .map(
    ({ name, snake }) =>
      `import { ${name}Service } from '../gen/${protoPath}/${snake}_service_pb.js';\n`,
  )
  .join('')}${aggregates
  .map(
    ({ camel }) =>
      `import { ${camel}Service } from './services/${camel}.ts';\n`,
  )
  .join('')}import type { Dependencies } from './dependencies.ts';

/** Every service of this controller. */
export const routes =
  (dependencies: Dependencies) =>
  (router: ConnectRouter): void => {
${aggregates
  .map(
    ({ name, camel }) =>
      `    router.service(${name}Service, ${camel}Service(dependencies));\n`,
  )
  .join('')}  };
`;

/** What the service is called in logs, metrics and tokens. */
export const nameTs = ({ name, parameters }: DomainModel): string => `\
/** In every line of the log, every metric and every trace. */
export const CONTROLLER_TYPE = 'domain-controller';
export const CONTROLLER_NAME = '${name}';

/** What a token has to be good for. */
export const READ_SCOPE = '${parameters.domain}.read';
export const WRITE_SCOPE = '${parameters.domain}.write';
`;
