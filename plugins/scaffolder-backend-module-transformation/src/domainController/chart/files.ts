import type { DomainModel } from '../model/model';
import { oneLine } from '../../text/lines';
import { yaml } from '../../text/yaml';
import { migration } from '../migration';

const COMMENT =
  'What all lanes have in common; values-LANE.yaml has the rest.\nAddresses under "example" are to be replaced by those of your platform.';

const chart = ({ name, title, description }: DomainModel) =>
  yaml({
    apiVersion: 'v2',
    name,
    description: oneLine(description || title),
    type: 'application',
    version: '0.1.0',
    appVersion: '0.1.0',
  });

const values = ({ name, tenant, parameters }: DomainModel) => ({
  tenant,
  image: {
    repository: `registry.example/${tenant}/${name}`,
    tag: '',
    digest: '',
  },
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { memory: '512Mi' },
  },
  logLevel: 'info',
  auth: {
    issuer: `https://id.example/realms/${tenant}`,
    audience: parameters.domain,
    jwksUrl: `https://id.example/realms/${tenant}/protocol/openid-connect/certs`,
  },
  otlpEndpoint: 'http://otel-collector.monitoring:4318',
  gateway: { name: 'internal', namespace: 'gateway' },
  monitoring: {
    namespace: 'monitoring',
    errorRatio: 0.01,
    latencySeconds: 1,
  },
  database: {
    image: 'ghcr.io/cloudnative-pg/postgresql:18.1-standard-trixie',
    operatorNamespace: 'cnpg-system',
  },
  migrations: { image: 'docker.io/flyway/flyway:11.17.0-alpine' },
  secretStore: { name: 'platform', path: `${tenant}/${name}` },
});

const LANES = {
  dev: { instances: 1, storage: '1Gi', min: 1, max: 2 },
  staging: { instances: 2, storage: '10Gi', min: 2, max: 4 },
  prod: { instances: 3, storage: '100Gi', min: 3, max: 12 },
};

const lane = (name: keyof typeof LANES) => {
  const { instances, storage, min, max } = LANES[name];
  return {
    lane: name,
    replicas: { min, max, cpuPercent: 70 },
    database: { instances, storage },
    gateway: { hostname: `api.${name}.example` },
  };
};

/** What the chart's templates, which are the same in all services, read of this one. */
export const chartFiles = (model: DomainModel) => [
  { path: 'chart/Chart.yaml', content: chart(model) },
  { path: 'chart/values.yaml', content: yaml(values(model), COMMENT) },
  { path: 'chart/values-dev.yaml', content: yaml(lane('dev')) },
  { path: 'chart/values-staging.yaml', content: yaml(lane('staging')) },
  { path: 'chart/values-prod.yaml', content: yaml(lane('prod')) },
  {
    path: 'chart/services.txt',
    content: model.aggregates
      .map(({ name }) => `${model.protoPackage}.${name}Service\n`)
      .join(''),
  },
  ...model.aggregates.map((aggregate, i) => ({
    path: `chart/migrations/V${i + 2}__${aggregate.table}.sql`,
    content: migration(aggregate),
  })),
];
