import type { Artifact } from '@ameide/plugin-transformation-common';

/** What every tab of an artifact's page is given. */
export interface TabProps {
  artifact: Artifact;
  /** To be called after a command: the head of the page shows the newest state. */
  onChanged: () => void;
}
