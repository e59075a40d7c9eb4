import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import type { ProcessModel } from './model';

const COMMENT =
  'What all lanes have in common; values-LANE.yaml has the rest.\nAddresses under "example" are to be replaced by those of your platform.';

const chart = ({ name, title, description }: ProcessModel) =>
  yaml({
    apiVersion: 'v2',
    name,
    description: oneLine(description || title),
    type: 'application',
    version: '0.1.0',
    appVersion: '0.1.0',
  });

const values = ({ name, tenant, services }: ProcessModel) => ({
  tenant,
  image: {
    repository: `registry.example/${tenant}/${name}`,
    tag: '',
    digest: '',
  },
  commit: '',
  server: {
    cpuPercent: 70,
    resources: {
      requests: { cpu: '100m', memory: '192Mi' },
      limits: { memory: '512Mi' },
    },
  },
  worker: {
    backlog: 20,
    resources: {
      requests: { cpu: '200m', memory: '512Mi' },
      limits: { memory: '1Gi' },
    },
    older: [],
  },
  logLevel: 'info',
  auth: {
    issuer: `https://id.example/realms/${tenant}`,
    audience: name,
    jwksUrl: `https://id.example/realms/${tenant}/protocol/openid-connect/certs`,
  },
  temporal: {
    address: 'temporal-frontend.temporal:7233',
    namespace: 'default',
    taskQueue: `${tenant}.${name}`,
    tls: false,
    apiKey: false,
    kubernetesNamespace: 'temporal',
  },
  dependencies: services.map(service => ({
    variable: service.variable,
    url: `http://${service.name}.${service.tenant}:8080`,
  })),
  otlpEndpoint: 'http://otel-collector.monitoring:4318',
  gateway: { name: 'internal', namespace: 'gateway' },
  monitoring: {
    namespace: 'monitoring',
    errorRatio: 0.01,
    latencySeconds: 1,
    behindMilliseconds: 5000,
  },
  secretStore: { name: 'platform', path: `${tenant}/${name}` },
});

const LANES = {
  dev: { replicas: 1, server: 2, worker: 2, apiKey: false },
  staging: { replicas: 2, server: 4, worker: 6, apiKey: true },
  prod: { replicas: 3, server: 12, worker: 30, apiKey: true },
};

const lane = (name: keyof typeof LANES) => {
  const { replicas, server, worker, apiKey } = LANES[name];
  return {
    lane: name,
    replicas,
    server: { maxReplicas: server },
    worker: { maxReplicas: worker },
    temporal: { tls: apiKey, apiKey },
    gateway: { hostname: `api.${name}.example` },
  };
};

/** What the chart's templates, which are the same in all processes, read of this one. */
export const chartFiles = (model: ProcessModel) => [
  { path: 'chart/Chart.yaml', content: chart(model) },
  { path: 'chart/values.yaml', content: yaml(values(model), COMMENT) },
  { path: 'chart/values-dev.yaml', content: yaml(lane('dev')) },
  { path: 'chart/values-staging.yaml', content: yaml(lane('staging')) },
  { path: 'chart/values-prod.yaml', content: yaml(lane('prod')) },
];
