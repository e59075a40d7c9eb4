import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import type { ServiceFacts } from './facts';
import type { RenderedFile } from './provenance';

const COMMENT =
  'What all lanes have in common; values-LANE.yaml has the rest.\nAddresses under "example" are to be replaced by those of your platform.';

const LANES = ['dev', 'staging', 'prod'] as const;
export type Lane = (typeof LANES)[number];

/** Values that every chart has, whatever it runs. */
const common = ({ name, tenant }: ServiceFacts, audience: string) => ({
  tenant,
  image: {
    repository: `registry.example/${tenant}/${name}`,
    tag: '',
    digest: '',
  },
  logLevel: 'info',
  auth: {
    issuer: `https://id.example/realms/${tenant}`,
    audience,
    jwksUrl: `https://id.example/realms/${tenant}/protocol/openid-connect/certs`,
  },
  otlpEndpoint: 'http://otel-collector.monitoring:4318',
  gateway: { name: 'internal', namespace: 'gateway' },
  secretStore: { name: 'platform', path: `${tenant}/${name}` },
});

/**
 * What the chart's templates, which are the same in all services, read of this one.
 *
 * @param audience - whom its tokens are for
 * @param values - what this kind of controller has beside the common ones
 * @param lanes - what differs between lanes
 */
export function chartFilesOf(
  service: ServiceFacts,
  audience: string,
  values: object,
  lanes: Record<Lane, object>,
): RenderedFile[] {
  const { name, title, description } = service;
  return [
    {
      path: 'chart/Chart.yaml',
      content: yaml({
        apiVersion: 'v2',
        name,
        description: oneLine(description || title),
        type: 'application',
        version: '0.1.0',
        appVersion: '0.1.0',
      }),
    },
    {
      path: 'chart/values.yaml',
      content: yaml({ ...common(service, audience), ...values }, COMMENT),
    },
    ...LANES.map(lane => ({
      path: `chart/values-${lane}.yaml`,
      content: yaml({
        lane,
        gateway: { hostname: `api.${lane}.example` },
        ...lanes[lane],
      }),
    })),
  ];
}
