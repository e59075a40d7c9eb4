import type {
  BuildFiles,
  GeneratedFile,
} from '@ameide/plugin-transformation-common';
import { Badge, Button, Flex, Text } from '@backstage/ui';
import { CodeView } from '../../../components/CodeView';
import { FileTree } from './FileTree';
import styles from './GeneratedCode.module.css';

/** A line of a file. */
export interface Place {
  path: string;
  line?: number;
}

/** The files of a build: a tree, and the one that is looked at. */
export const GeneratedCode = (props: {
  files: GeneratedFile[];
  place: Place | undefined;
  /** The element that was clicked, and all the places that it stands at. */
  element: string | undefined;
  others: BuildFiles['sourceMap'];
  onPlace: (place: Place) => void;
}) => {
  const { files, place, others } = props;
  const file =
    files.find(f => f.path === place?.path) ??
    files.find(f => /workflow/i.test(f.path)) ??
    files[0];
  return (
    <div className={styles.split}>
      <FileTree
        files={files}
        selected={file.path}
        onSelect={path => props.onPlace({ path })}
      />
      <div className={styles.file}>
        <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
          <Text as="h4" weight="bold">
            {file.path}
          </Text>
          <Badge>{file.owner}</Badge>
          <Text variant="body-small" color="secondary">
            {file.owner === 'compiler'
              ? 'written anew by every build'
              : 'written once; yours to change'}
          </Text>
        </Flex>
        {others.length > 0 && (
          <Flex gap="1" align="center" style={{ flexWrap: 'wrap' }}>
            <Text variant="body-small">{props.element} stands at</Text>
            {others.map(other => (
              <Button
                key={`${other.path}:${other.line}`}
                size="small"
                variant="tertiary"
                onPress={() =>
                  props.onPlace({ path: other.path, line: other.line })
                }
              >
                {`${other.path}:${other.line}`}
              </Button>
            ))}
          </Flex>
        )}
        {props.element && !others.length && (
          <Text variant="body-small" color="secondary">
            {props.element} has no line of its own in the code.
          </Text>
        )}
        <CodeView
          path={file.path}
          text={file.content}
          line={place?.path === file.path ? place.line : undefined}
        />
      </div>
    </div>
  );
};
