import { artifactWritePermission } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { transformationApiRef } from '../../../api/transformationApi';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { Loaded } from '../../../components/Loaded';
import { saveFile } from '../../../components/saveFile';
import { DiagramViewer } from '../../../diagram/DiagramViewer';
import type { TabProps } from '../tab';
import { EditDrawing } from './EditDrawing';

/** The drawing: to be worked on by those who may, to be looked at by the others. */
export const DiagramTab = ({ artifact, onChanged }: TabProps) => {
  const api = useApi(transformationApiRef);
  const gate = useGate(
    artifactWritePermission,
    'change this drawing',
    artifact,
  );
  // Loaded once: what others save meanwhile comes to light as a conflict, never by overwriting what is on the screen.
  const load = useLoad(() => api.getContent(artifact.id), [api, artifact.id]);

  return (
    <Loaded
      load={{ ...load, loading: load.loading || gate.loading }}
      errorTitle="The drawing could not be loaded"
    >
      {content =>
        gate.allowed ? (
          <EditDrawing
            key={artifact.id}
            artifact={artifact}
            start={content}
            onSaved={onChanged}
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
                  onPress={() =>
                    saveFile(`${artifact.id}.bpmn`, content.content)
                  }
                >
                  Download
                </Button>
              }
            />
            <DiagramViewer
              content={content.content}
              label={`Drawing of ${artifact.title}`}
              height="max(420px, calc(100vh - 320px))"
            />
          </Flex>
        )
      }
    </Loaded>
  );
};
