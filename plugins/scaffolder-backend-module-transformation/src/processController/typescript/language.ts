import { named } from '../../service/named';
import type { ProcessLanguage } from '../language';
import type { ProcessModel } from '../model';
import { dependenciesTs, nameTs } from './sources';

const renamed = (text: string, { name, description }: ProcessModel) =>
  named(text, name, description);

export const typescript: ProcessLanguage = {
  named: { 'package.json': renamed, 'package-lock.json': renamed },
  files: model => [
    { path: 'src/api/service.ts', content: nameTs(model) },
    { path: 'src/clients/dependencies.ts', content: dependenciesTs(model) },
  ],
  commands: {
    server: ['node', 'src/api/main.ts'],
    worker: ['node', 'src/worker.ts'],
  },
  cut: ({ name }) => `\
    ${name}.bpmn        the drawing; the compiler writes all *.gen.* files from it
    src/activities.ts    the jobs: business logic goes here
    policies.yaml        timeouts and retries; \`make generate\` makes src/policies.values.ts of it
    src/options.ts       data converter, interceptors: what is added to Temporal's workers and clients
    src/api/             the server of the API
    src/clients/         how activities get to the services that this one depends on
    src/telemetry/       logs, traces and metrics of the worker
    proto/               the contract
    modeling/            rules and templates for who draws
    chart/               Helm chart
    test/                of the drawing; unit/; integration/ through the generated client

Recompiling writes \`*.gen.*\`, the drawing and \`compile.lock.json\`. Everything else is yours.`,
  clients: '`transportTo` of `src/clients/transport.ts`',
};
