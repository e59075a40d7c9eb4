import { entitiesOf } from '../service/entities';
import { provenanceAnnotations, type Provenance } from '../service/provenance';
import type { ProcessModel } from './model';

/** The entities of a process controller, and where they come from. */
export function catalogInfo(
  model: ProcessModel,
  provenance: Provenance,
): string {
  const { name, title, tenant, services, apis } = model;
  const api = `${name}-process-v1`;
  const namespace = `${name}-temporal`;
  return entitiesOf(model, [
    {
      kind: 'Component',
      name,
      title,
      spec: {
        type: 'process-controller',
        lifecycle: 'experimental',
        providesApis: [api],
        ...(apis.length && { consumesApis: apis }),
        dependsOn: [
          `resource:${tenant}/${namespace}`,
          ...services.map(({ ref }) => ref),
        ],
      },
      annotations: {
        'ameide.io/artifact': `tenants/${tenant}/artifacts/${name}`,
        'ameide.io/temporal-namespace': 'default',
        'ameide.io/task-queue': `${tenant}.${name}`,
        ...provenanceAnnotations(provenance),
      },
    },
    {
      kind: 'API',
      name: api,
      title: `${title}: ameide.process.v1.ProcessService`,
      spec: {
        type: 'grpc',
        lifecycle: 'experimental',
        definition: {
          $text: './proto/ameide/process/v1/process_service.proto',
        },
      },
    },
    {
      kind: 'Resource',
      name: namespace,
      title: `Temporal namespace of ${title}`,
      spec: { type: 'temporal-namespace' },
      annotations: { 'ameide.io/temporal-namespace': 'default' },
    },
  ]);
}
