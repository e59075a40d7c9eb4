import { useApi } from '@backstage/frontend-plugin-api';
import { Badge, Container, Flex, Header, Text } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { transformationApiRef } from '../../api/transformationApi';
import { useLoad } from '../../api/useLoad';
import { CodeView } from '../../components/CodeView';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { parseFilePath } from './parseFilePath';

/** A file of the local forge at its default branch, as the catalog links to it. */
export const RepositoryFilePage = () => {
  const file = parseFilePath(useParams()['*'] ?? '');
  const api = useApi(transformationApiRef);
  const load = useLoad(
    async () => file && api.getRepositoryFile(file.repository, file.path),
    [api, file?.repository, file?.path],
  );
  if (!file) {
    return (
      <Container>
        <Empty title="No such page">
          A file of a repository stands under
          /repositories/(tenant)/(repository)/blob/main/(path).
        </Empty>
      </Container>
    );
  }
  return (
    <>
      <Header title={file.path} />
      <Container>
        <Flex direction="column" gap="3">
          <Flex gap="2" align="center">
            <Text weight="bold">{file.repository}</Text>
            <Badge>{file.branch}</Badge>
          </Flex>
          <Loaded load={load} errorTitle="The file could not be loaded">
            {value =>
              value && <CodeView path={value.path} text={value.content} />
            }
          </Loaded>
        </Flex>
      </Container>
    </>
  );
};
