import type { Named } from '../service/assemble';
import type { RenderedFile } from '../service/provenance';
import type { DomainModel } from './model/model';

/** What a language brings to a service. */
export interface ServiceLanguage {
  /** Files of the skeleton that have the service's name in them. */
  named: Named<DomainModel>;
  /** Sources that depend on the model. */
  files(model: DomainModel): RenderedFile[];
  /** For the README: where the sources are, with what is in each folder. */
  folders: string;
  /** For the README: where a PostgreSQL for tests comes from, where there is no container engine. */
  testDatabase: string;
}
