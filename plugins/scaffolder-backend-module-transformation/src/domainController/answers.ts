import { yaml } from './text/yaml';

/** What the service was made from, so that a newer template can be merged into it. */
export const answers = (
  { parameters }: { parameters: object },
  provenance: { template: string; version: string; digest: string },
): string =>
  yaml(
    { ...provenance, parameters },
    'Written by the factory; it reads this when there is a newer template.',
  );
