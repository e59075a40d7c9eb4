import { DiagramViewer } from '../diagram/DiagramViewer';
import { CodeView } from './CodeView';

/** Endings of the files that contents would be. */
const ENDINGS: Record<string, string> = {
  archimate: 'xml',
  bpmn: 'bpmn',
  dmn: 'xml',
  markdown: 'md',
};

/** The ending of the file that a content of a kind would be. */
export const endingOf = (kind: string) => ENDINGS[kind] ?? 'yaml';

/** What an artifact holds, to look at: a drawing as a drawing, everything else as its text. */
export const ContentView = (props: {
  kind: string;
  content: string;
  label: string;
  height: number | string;
}) => {
  const { kind, content, label, height } = props;
  return kind === 'bpmn' ? (
    <DiagramViewer content={content} label={label} height={height} />
  ) : (
    <CodeView path={`${label}.${endingOf(kind)}`} text={content} />
  );
};
