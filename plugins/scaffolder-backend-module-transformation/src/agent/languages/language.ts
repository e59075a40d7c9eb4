import type { Named } from '../../service/assemble';
import type { AgentModel } from '../readAgent';

/** What a language brings to an agent; nothing of the parameters becomes code but the name. */
export interface AgentLanguage {
  /** Files of the skeleton that have something of the agent in them: what becomes of their text. */
  named: Named<AgentModel>;
  /** For the README: where the sources are, with what is in each folder. */
  folders: string;
}
