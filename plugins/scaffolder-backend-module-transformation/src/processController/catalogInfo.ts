import { provenanceAnnotations, type Provenance } from '../service/provenance';
import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import type { ProcessModel } from './model';

/** The entities of a process controller, and where they come from. */
export function catalogInfo(
  model: ProcessModel,
  provenance: Provenance,
): string {
  const { name, tenant, parameters, services, apis } = model;
  const { owner, system } = parameters;
  const description = oneLine(model.description);
  const entity = (
    kind: string,
    entityName: string,
    title: string,
    spec: object,
    annotations?: object,
  ) =>
    yaml({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: entityName,
        namespace: tenant,
        title: oneLine(title),
        ...(description && { description }),
        labels: { 'ameide.io/tenant': tenant },
        ...(annotations && { annotations }),
      },
      spec: { ...spec, owner, system },
    });
  const api = `${name}-process-v1`;
  const namespace = `${name}-temporal`;
  return [
    entity(
      'Component',
      name,
      model.title,
      {
        type: 'process-controller',
        lifecycle: 'experimental',
        providesApis: [api],
        ...(apis.length && { consumesApis: apis }),
        dependsOn: [
          `resource:${tenant}/${namespace}`,
          ...services.map(({ ref }) => ref),
        ],
      },
      {
        'ameide.io/artifact': `tenants/${tenant}/artifacts/${name}`,
        'ameide.io/temporal-namespace': 'default',
        'ameide.io/task-queue': `${tenant}.${name}`,
        ...provenanceAnnotations(provenance),
      },
    ),
    entity('API', api, `${model.title}: ameide.process.v1.ProcessService`, {
      type: 'grpc',
      lifecycle: 'experimental',
      definition: { $text: './proto/ameide/process/v1/process_service.proto' },
    }),
    entity(
      'Resource',
      namespace,
      `Temporal namespace of ${model.title}`,
      { type: 'temporal-namespace' },
      { 'ameide.io/temporal-namespace': 'default' },
    ),
  ].join('---\n');
}
