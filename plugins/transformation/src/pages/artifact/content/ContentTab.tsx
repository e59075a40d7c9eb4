import { artifactWritePermission } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { transformationApiRef } from '../../../api/transformationApi';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { ContentView } from '../../../components/ContentView';
import { Loaded } from '../../../components/Loaded';
import type { TabProps } from '../tab';
import { EditText } from './EditText';

/** What an artifact that is no drawing holds: to be worked on by those who may, to be read by the others. */
export const ContentTab = ({ artifact, onChanged }: TabProps) => {
  const api = useApi(transformationApiRef);
  const gate = useGate(artifactWritePermission, 'change this text', artifact);
  // Loaded once, as a drawing is: what others save meanwhile comes to light as a conflict.
  const load = useLoad(() => api.getContent(artifact.id), [api, artifact.id]);
  return (
    <Loaded
      load={{ ...load, loading: load.loading || gate.loading }}
      errorTitle="The content could not be loaded"
    >
      {content =>
        gate.allowed ? (
          <EditText
            key={artifact.id}
            artifact={artifact}
            start={content}
            onSaved={onChanged}
          />
        ) : (
          <Flex direction="column" gap="3">
            <Alert status="info" icon title={gate.reason} />
            <ContentView
              kind={artifact.kind}
              content={content.content}
              label={artifact.title}
              height="auto"
            />
          </Flex>
        )
      }
    </Loaded>
  );
};
