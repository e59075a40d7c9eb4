import {
  artifactWritePermission,
  type Artifact,
  type ArtifactContent,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import type { ComponentType } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { ContentView, endingOf } from '../../../components/ContentView';
import { Loaded } from '../../../components/Loaded';
import { saveFile } from '../../../components/saveFile';
import type { TabProps } from '../tab';

/** What an editor is given. */
export interface EditorProps {
  artifact: Artifact;
  start: ArtifactContent;
  onSaved: () => void;
}

/** What an artifact holds: to be worked on by those who may, to be looked at and taken along by the others. */
export const EditOrRead = (
  props: TabProps & {
    /** What it holds, in a word: `drawing`. */
    what: string;
    /** What it is called where it is only looked at. */
    label: string;
    Editor: ComponentType<EditorProps>;
  },
) => {
  const { artifact, what, Editor } = props;
  const api = useApi(transformationApiRef);
  const gate = useGate(
    artifactWritePermission,
    `change this ${what}`,
    artifact,
  );
  // Loaded once: what others save meanwhile comes to light as a conflict, never by overwriting what is on the screen.
  const load = useLoad(() => api.getContent(artifact.id), [api, artifact.id]);
  const fileName = `${artifact.id}.${endingOf(artifact.kind)}`;

  return (
    <Loaded
      load={{ ...load, loading: load.loading || gate.loading }}
      errorTitle={`The ${what} could not be loaded`}
    >
      {start =>
        gate.allowed ? (
          <Editor
            key={artifact.id}
            artifact={artifact}
            start={start}
            onSaved={props.onChanged}
          />
        ) : (
          <Flex direction="column" gap="3">
            <Alert
              status="info"
              icon
              title={gate.reason}
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => saveFile(fileName, start.content)}
                >
                  Download
                </Button>
              }
            />
            <ContentView
              kind={artifact.kind}
              content={start.content}
              label={props.label}
              height="max(420px, calc(100vh - 320px))"
            />
          </Flex>
        )
      }
    </Loaded>
  );
};
