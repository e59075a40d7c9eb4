import type { Artifact } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { transformationApiRef } from '../../../api/transformationApi';
import { useLoad } from '../../../api/useLoad';
import { EntityName } from '../../../components/EntityName';
import { Loaded } from '../../../components/Loaded';
import { RowList } from '../../../components/RowList';
import { When } from '../../../components/When';

/** The named points of the artifact's stream, newest first. */
export const RevisionList = (props: {
  artifact: Artifact;
  onSelect: (sequence: number) => void;
}) => {
  const { id, sequence } = props.artifact;
  const api = useApi(transformationApiRef);
  const load = useLoad(() => api.listRevisions(id), [api, id, sequence]);
  return (
    <Loaded load={load} errorTitle="The revisions could not be loaded">
      {({ items }) =>
        items.length === 0 ? (
          <Text as="p" color="secondary">
            None yet. A revision is a point to build from and to come back to.
          </Text>
        ) : (
          <RowList
            label="Revisions"
            rows={[...items]
              .sort((a, b) => b.number - a.number)
              .map(revision => ({
                id: String(revision.number),
                title: `r${revision.number}${
                  revision.note ? ` — ${revision.note}` : ''
                }`,
                detail: (
                  <>
                    <When at={revision.createdAt} /> by{' '}
                    <EntityName entityRef={revision.createdBy} />
                  </>
                ),
                onPress: () => props.onSelect(revision.sequence),
              }))}
          />
        )
      }
    </Loaded>
  );
};
