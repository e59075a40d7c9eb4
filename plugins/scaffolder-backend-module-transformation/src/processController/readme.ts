import { markdown } from '../text/markdown';
import type { ProcessLanguage } from './language';
import type { ProcessModel } from './model';

/** The README of the service, for who works on it. */
export const readme = (
  model: ProcessModel,
  { cut, client }: ProcessLanguage,
): string => {
  const { name, title, description, tenant, services } = model;
  return `\
# ${markdown(title)}
${description ? `\n${markdown(description)}\n` : ''}
Process controller \`${name}\`: a worker that runs the process of [\`${name}.bpmn\`](${name}.bpmn) on Temporal, and an API to start and operate its instances.

\`\`\`sh
make generate        # what is made from protos, policies and drawing
make lint            # protos, types, sources
make test            # unit tests, every path of the drawing, and the API with a real Temporal
make run             # worker and API, configured by the environment
make image           # the image of both
make chart           # checks the chart in all three lanes
make breaking        # whether the protos still fit those who call it
make drawing-check   # lints the drawing; finds where source or artifact store have drifted from it
make drawing-push    # makes the drawing the newest state of the artifact
\`\`\`

Tests use the programs of \`TEMPORAL_TEST_SERVER_PATH\` and \`TEMPORAL_CLI_PATH\`, else Temporal's SDK downloads them.

## How it is cut

${cut(model)}

## The API

\`ameide.process.v1.ProcessService\`, by Connect, gRPC and gRPC-Web, is the same for every process: \`StartInstance\`, \`GetInstance\`,
\`ListInstances\`, \`CancelInstance\`, \`PublishMessage\`, \`ListUserTasks\`, \`ClaimUserTask\`, \`UnclaimUserTask\`, \`CompleteUserTask\`,
\`ListIncidents\`, \`ResolveIncident\`.

Every request needs a token with \`tenantId\`, and the scope \`${name}.read\` or \`${name}.operate\`. Whatever changes something carries
\`context.request_id\`, a UUID: the same again is done once. Instances are of the tenant of who starts them; for others they are not there.
${
  services.length
    ? `
## What it depends on

| component | address |
| --- | --- |
${services
  .map(({ ref, variable }) => `| \`${ref}\` | \`${variable}\` |\n`)
  .join('')}
\`make generate\` makes typed clients of the contracts in \`contracts/\`. Where a contract is not there, the package that \`make sdk\` of a domain
controller makes has one. For a service of the name \`orders\`:

${client}
`
    : ''
}
## Configuration

| variable | meaning |
| --- | --- |
| \`TEMPORAL_ADDRESS\`, \`TEMPORAL_NAMESPACE\` | \`localhost:7233\`, \`default\` |
| \`TEMPORAL_TASK_QUEUE\` | \`${name}\`; \`${tenant}.${name}\` in the chart |
| \`TEMPORAL_TLS\`, \`TEMPORAL_API_KEY\` | \`true\` for TLS; a key means TLS too |
| \`AUTH_ISSUER\`, \`AUTH_AUDIENCE\`, \`AUTH_JWKS_URL\` | API: whose tokens are taken |
| \`PORT\`, \`ADMIN_PORT\` | API: 8080 for requests, 8081 for \`/livez\`, \`/readyz\` and \`/metrics\` |
| \`HEALTH_PORT\`, \`METRICS_ADDRESS\` | worker: for \`/healthz\` and \`/readyz\`; host and port for Prometheus |
| \`LOG_LEVEL\` | \`info\` |
| \`DRAIN_MS\` | API: how long it goes on serving once it is to end; 5000 |
| \`OTEL_EXPORTER_OTLP_ENDPOINT\` | where traces go |
`;
};
