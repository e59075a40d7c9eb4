import { chartFilesOf, type Lane } from '../service/chart';
import type { ProcessLanguage } from './language';
import type { ProcessModel } from './model';

const values = (
  { name, tenant, services }: ProcessModel,
  { commands }: ProcessLanguage,
) => ({
  commit: '',
  server: {
    command: commands.server,
    cpuPercent: 70,
    resources: {
      requests: { cpu: '100m', memory: '192Mi' },
      limits: { memory: '512Mi' },
    },
  },
  worker: {
    command: commands.worker,
    backlog: 20,
    resources: {
      requests: { cpu: '200m', memory: '512Mi' },
      limits: { memory: '1Gi' },
    },
    older: [],
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
  monitoring: {
    namespace: 'monitoring',
    errorRatio: 0.01,
    latencySeconds: 1,
    behindMilliseconds: 5000,
  },
});

const LANES: Record<Lane, object> = {
  dev: {
    replicas: 1,
    server: { maxReplicas: 2 },
    worker: { maxReplicas: 2 },
    temporal: { tls: false, apiKey: false },
  },
  staging: {
    replicas: 2,
    server: { maxReplicas: 4 },
    worker: { maxReplicas: 6 },
    temporal: { tls: true, apiKey: true },
  },
  prod: {
    replicas: 3,
    server: { maxReplicas: 12 },
    worker: { maxReplicas: 30 },
    temporal: { tls: true, apiKey: true },
  },
};

/** The chart's values. */
export const chartFiles = (model: ProcessModel, language: ProcessLanguage) =>
  chartFilesOf(model, model.name, values(model, language), LANES);
