import type {
  Artifact,
  InstanceDetail,
} from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Flex, Text } from '@backstage/ui';
import { useCallback } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import { useLoad } from '../../../api/useLoad';
import { Loaded } from '../../../components/Loaded';
import { DiagramViewer } from '../../../diagram/DiagramViewer';
import type { OpenDiagram } from '../../../diagram/openDiagram';
import { instanceMarks } from './instanceMarks';

/** The drawing that the instance runs by, with its tokens, its way and its troubles on it. */
export const InstanceDiagram = (props: {
  artifact: Artifact;
  instance: InstanceDetail;
}) => {
  const { artifact, instance } = props;
  const { id } = artifact;
  const { revision } = instance;
  const api = useApi(transformationApiRef);
  const content = useLoad(async () => {
    const { items } = await api.listRevisions(id);
    const sequence = items.find(r => r.number === revision)?.sequence;
    return { ...(await api.getContent(id, sequence)), exact: !!sequence };
  }, [api, id, revision]);
  const marksOf = useCallback(
    (diagram: OpenDiagram) => instanceMarks(instance, diagram),
    [instance],
  );

  return (
    <Loaded load={content} errorTitle="The drawing could not be loaded">
      {value => (
        <Flex direction="column" gap="2">
          {!value.exact && (
            <Alert
              status="warning"
              icon
              title="It is not known by which revision this instance runs; this is the newest drawing."
            />
          )}
          <DiagramViewer
            content={value.content}
            label={`Drawing of ${instance.id}`}
            marksOf={marksOf}
            height={420}
          />
          <Text variant="body-small" color="secondary">
            Blue: where its tokens are, with their number. Green: the way so
            far. Red: what is in trouble.
          </Text>
        </Flex>
      )}
    </Loaded>
  );
};
