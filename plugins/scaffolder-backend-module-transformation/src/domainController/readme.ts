import type { Aggregate, DomainModel } from './model/model';
import type { ServiceLanguage } from './language';
import { contractInReadme } from './contract/inReadme';
import { markdown } from '../text/markdown';

/** The README of the service, for who works on it. */
export function readme(
  model: DomainModel,
  { folders, testDatabase }: ServiceLanguage,
): string {
  const contract = contractInReadme(model);
  return `\
# ${markdown(model.title)}
${model.description ? `\n${markdown(model.description)}\n` : ''}
Domain controller \`${model.name}\`: it owns the data of \`${
    model.protoPackage
  }\` and serves it by Connect, gRPC and gRPC-Web.

\`\`\`sh
make generate   # stubs from the protos
make lint       # protos, types, sources
make test       # unit, integration and contract tests, with a real PostgreSQL
make run        # the service, configured by the environment
make image      # the image
make chart      # checks the chart in all three lanes
make breaking   # whether the protos still fit those who call it
${contract.verbs}\`\`\`

Tests use the PostgreSQL of \`DATABASE_URL\` (a superuser), else a container, else ${testDatabase}.

## What it serves

${model.aggregates.map(section).join('\n')}
Every request needs a token with \`tenantId\`, and the scope \`${
    model.parameters.domain
  }.read\` or \`${
    model.parameters.domain
  }.write\`. Every request that changes something carries
\`context.request_id\`, a UUID: the same again is done once, and gets the first answer.

## How it is cut

${
  contract.folders
}    chart/               Helm chart, with the migrations in chart/migrations
    db/bootstrap/        the roles, for a PostgreSQL outside the cluster
${folders}

A change of a table is a new file in \`chart/migrations\`, called \`V{number}__{what}.sql\`; landed ones stay as they are. ${
    contract.rule
  }Add fields at the end: their numbers are the contract.

## Tenants

The tenant comes from the token. Each transaction sets it for itself, and row-level security, which is forced, lets no query see or write
another one's rows. The service signs in as \`service_application\`, and refuses to start with a role that passes by this.

## Configuration

| variable | meaning |
| --- | --- |
| \`DATABASE_URL\` | of the role \`service_application\` |
| \`AUTH_ISSUER\`, \`AUTH_AUDIENCE\`, \`AUTH_JWKS_URL\` | whose tokens are taken |
| \`PORT\`, \`ADMIN_PORT\` | 8080 for requests, 8081 for \`/livez\`, \`/readyz\` and \`/metrics\` |
| \`DATABASE_POOL_SIZE\` | 10 |
| \`LOG_LEVEL\` | \`info\` |
| \`DRAIN_MS\` | how long it goes on serving once it is to end; 5000 |
| \`OTEL_EXPORTER_OTLP_ENDPOINT\` | where traces go |
`;
}

function section({ name, plural, description, commands }: Aggregate): string {
  const rows = commands.map(
    ({ method, from, to, description: why }) =>
      `| \`${method}\` | \`${from.join('`, `')}\` | \`${to}\` | ${markdown(
        why,
      )} |\n`,
  );
  return `\
### \`${name}Service\`
${description ? `\n${markdown(description)}\n` : ''}
\`Create${name}\`, \`Get${name}\`, \`List${plural}\`, \`Update${name}\`, \`Delete${name}\`.
${
  rows.length
    ? `\n| command | from | to | |\n| --- | --- | --- | --- |\n${rows.join('')}`
    : ''
}`;
}
