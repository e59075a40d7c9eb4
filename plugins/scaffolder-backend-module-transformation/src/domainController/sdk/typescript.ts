import type { DomainModel } from '../model/model';

/** One client for all services of the controller. */
export const sdkTs = ({ aggregates, protoPath }: DomainModel): string => `\
import {
  createClient,
  type Client,
  type Interceptor,
  type Transport,
} from '@connectrpc/connect';
${aggregates
  .map(
    ({ name, snake }) =>
      `import { ${name}Service } from './gen/${protoPath}/${snake}_service_pb.js';\n`,
  )
  .join('')}
${aggregates
  .map(
    ({ snake }) =>
      `export * from './gen/${protoPath}/${snake}_pb.js';\nexport * from './gen/${protoPath}/${snake}_service_pb.js';\n`,
  )
  .join('')}
/** Clients of all services behind one transport. */
export interface AmeideClient {
${aggregates
  .map(
    ({ name, collection }) =>
      `  ${collection}: Client<typeof ${name}Service>;\n`,
  )
  .join('')}}

/** @param transport - of \`@connectrpc/connect-node\` or \`@connectrpc/connect-web\` */
export function createAmeideClient(transport: Transport): AmeideClient {
  return {
${aggregates
  .map(
    ({ name, collection }) =>
      `    ${collection}: createClient(${name}Service, transport),\n`,
  )
  .join('')}  };
}

/** Sends a token with every request; \`token\` is asked each time, so that it may renew it. */
export function withToken(token: () => Promise<string>): Interceptor {
  return next => async request => {
    request.header.set('authorization', \`Bearer \${await token()}\`);
    return next(request);
  };
}
`;
