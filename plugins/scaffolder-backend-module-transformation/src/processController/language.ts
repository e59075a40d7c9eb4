import type { Named } from '../service/assemble';
import type { RenderedFile } from '../service/provenance';
import type { ProcessModel } from './model';

/** What a language brings to a process. */
export interface ProcessLanguage {
  /** Files of the skeleton that have the service's name in them. */
  named: Named<ProcessModel>;
  /** Sources that depend on the model. */
  files(model: ProcessModel): RenderedFile[];
  /** What starts the containers of the chart. */
  commands: { server: string[]; worker: string[] };
  /** For the README: what each folder is for, and whose the files are. */
  cut(model: ProcessModel): string;
  /** For the README: what leads to a dependency. */
  clients: string;
}
