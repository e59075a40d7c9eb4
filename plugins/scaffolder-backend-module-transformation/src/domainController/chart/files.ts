import { chartFilesOf, type Lane } from '../../service/chart';
import { migration } from '../migration';
import type { DomainModel } from '../model/model';

const VALUES = {
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { memory: '512Mi' },
  },
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
};

const LANES: Record<Lane, object> = {
  dev: {
    replicas: { min: 1, max: 2, cpuPercent: 70 },
    database: { instances: 1, storage: '1Gi' },
  },
  staging: {
    replicas: { min: 2, max: 4, cpuPercent: 70 },
    database: { instances: 2, storage: '10Gi' },
  },
  prod: {
    replicas: { min: 3, max: 12, cpuPercent: 70 },
    database: { instances: 3, storage: '100Gi' },
  },
};

/** The chart's values, and what it reads beside them. */
export const chartFiles = (model: DomainModel) => [
  ...chartFilesOf(model, model.parameters.domain, VALUES, LANES),
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
