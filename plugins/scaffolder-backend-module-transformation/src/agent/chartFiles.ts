import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import { PROVIDERS, type Provider } from './parameters';
import type { AgentModel } from './readAgent';

const COMMENT =
  'What all lanes have in common; values-LANE.yaml has the rest.\nAddresses under "example" are to be replaced by those of your platform.';

const chart = ({ name, title, description }: AgentModel) =>
  yaml({
    apiVersion: 'v2',
    name,
    description: oneLine(description || title),
    type: 'application',
    version: '0.1.0',
    appVersion: '0.1.0',
  });

/** Where a target is in the cluster: a service of its name, in the namespace of its tenant. */
const addressOf = (target: string) => {
  const [namespace, name] = target.split(':')[1].split('/');
  return `http://${name.toLowerCase()}.${namespace}:8080`;
};

const values = ({ name, tenant, definition }: AgentModel) => ({
  tenant,
  image: {
    repository: `registry.example/${tenant}/${name}`,
    tag: '',
    digest: '',
  },
  resources: {
    requests: { cpu: '100m', memory: '256Mi' },
    limits: { memory: '1Gi' },
  },
  logLevel: 'info',
  auth: {
    issuer: `https://id.example/realms/${tenant}`,
    audience: name,
    jwksUrl: `https://id.example/realms/${tenant}/protocol/openid-connect/certs`,
  },
  model: {
    // the definition's, where it is left empty
    name: '',
    keyVariable: PROVIDERS[definition.model.provider as Provider],
  },
  controllers: Object.fromEntries(
    definition.tools.map(({ target }) => [target, addressOf(target)]),
  ),
  // those of the provider of the model and of the issuer of tokens, once they are known
  egress: { cidrs: ['0.0.0.0/0'] },
  otlpEndpoint: 'http://otel-collector.monitoring:4318',
  gateway: { name: 'internal', namespace: 'gateway' },
  monitoring: {
    namespace: 'monitoring',
    prometheus: 'http://prometheus.monitoring:9090',
    errorRatio: 0.05,
    latencySeconds: 60,
  },
  secretStore: { name: 'platform', path: `${tenant}/${name}` },
});

const LANES = {
  dev: { min: 1, max: 2 },
  staging: { min: 2, max: 4 },
  prod: { min: 3, max: 12 },
};

const lane = (name: keyof typeof LANES) => ({
  lane: name,
  replicas: { ...LANES[name], cpuPercent: 70, runsPerPod: 10 },
  gateway: { hostname: `api.${name}.example` },
});

/** What the chart's templates, which are the same in all agents, read of this one. */
export const chartFiles = (model: AgentModel) => [
  { path: 'chart/Chart.yaml', content: chart(model) },
  { path: 'chart/values.yaml', content: yaml(values(model), COMMENT) },
  { path: 'chart/values-dev.yaml', content: yaml(lane('dev')) },
  { path: 'chart/values-staging.yaml', content: yaml(lane('staging')) },
  { path: 'chart/values-prod.yaml', content: yaml(lane('prod')) },
];
