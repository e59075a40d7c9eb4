import { EditOrRead } from '../editing/EditOrRead';
import type { TabProps } from '../tab';
import { EditText } from './EditText';

/** What an artifact that is no drawing holds. */
export const ContentTab = (props: TabProps) => (
  <EditOrRead
    {...props}
    what="text"
    label={props.artifact.title}
    Editor={EditText}
  />
);
