import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { transformationApiRef } from '../../api/transformationApi';
import { useLoad } from '../../api/useLoad';
import { ContentView } from '../../components/ContentView';
import { Loaded } from '../../components/Loaded';
import type { TabProps } from './tab';

/** What an artifact that is no drawing holds; the page has no editor for it. */
export const ContentTab = ({ artifact }: TabProps) => {
  const api = useApi(transformationApiRef);
  const { id, kind, sequence, title } = artifact;
  const load = useLoad(() => api.getContent(id), [api, id, sequence]);
  return (
    <Loaded load={load} errorTitle="The content could not be loaded">
      {({ content }) => (
        <Flex direction="column" gap="3">
          <Alert
            status="info"
            icon
            title={`This page edits drawings only: an artifact of the kind ${kind} is changed through the API or its actions.`}
          />
          <ContentView
            kind={kind}
            content={content}
            label={title}
            height="auto"
          />
        </Flex>
      )}
    </Loaded>
  );
};
