import { EditOrRead } from '../editing/EditOrRead';
import type { TabProps } from '../tab';
import { EditDrawing } from './EditDrawing';

/** The drawing of an artifact. */
export const DiagramTab = (props: TabProps) => (
  <EditOrRead
    {...props}
    what="drawing"
    label={`Drawing of ${props.artifact.title}`}
    Editor={EditDrawing}
  />
);
