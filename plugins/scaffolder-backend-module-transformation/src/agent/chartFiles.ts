import { chartFilesOf, type Lane } from '../service/chart';
import { PROVIDERS, type Provider } from './parameters';
import type { AgentModel } from './readAgent';

/** Where a target is in the cluster: a service of its name, in the namespace of its tenant. */
const addressOf = (target: string) => {
  const [namespace, name] = target.split(':')[1].split('/');
  return `http://${name.toLowerCase()}.${namespace}:8080`;
};

const values = ({ definition }: AgentModel) => ({
  resources: {
    requests: { cpu: '100m', memory: '256Mi' },
    limits: { memory: '1Gi' },
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
  monitoring: {
    namespace: 'monitoring',
    prometheus: 'http://prometheus.monitoring:9090',
    errorRatio: 0.05,
    latencySeconds: 60,
  },
});

const replicas = (min: number, max: number) => ({
  replicas: { min, max, cpuPercent: 70, runsPerPod: 10 },
});
const LANES: Record<Lane, object> = {
  dev: replicas(1, 2),
  staging: replicas(2, 4),
  prod: replicas(3, 12),
};

/** The chart's values. */
export const chartFiles = (model: AgentModel) =>
  chartFilesOf(model, model.name, values(model), LANES);
