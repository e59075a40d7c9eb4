import { yaml } from '../text/yaml';
import type { Provenance } from './provenance';

/** What a service was made from, so that a newer template can be merged into it. */
export const answers = (parameters: object, provenance: Provenance): string =>
  yaml(
    { ...provenance, parameters },
    'Written by the factory; it reads this when there is a newer template.',
  );
