import { artifactCreatePermission } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { Container, Flex, Header } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { transformationApiRef } from '../../api/transformationApi';
import { useGate } from '../../api/useGate';
import { useLoad } from '../../api/useLoad';
import { Empty } from '../../components/Empty';
import { FileButton } from '../../components/FileButton';
import { GatedButton } from '../../components/GatedButton';
import { Problem } from '../../components/Problem';
import { ArtifactFilters } from './ArtifactFilters';
import { ArtifactsTable } from './ArtifactsTable';
import { NewArtifactDialog } from './NewArtifactDialog';
import { useArtifactFilter } from './useArtifactFilter';
import { useOwners } from './useOwners';

type Dialog = {
  what: 'drawing' | 'text';
  upload?: { content: string; title: string; fileName: string };
};

/** All artifacts of the tenant: found, filtered, created. */
export const ArtifactsPage = () => {
  const api = useApi(transformationApiRef);
  const gate = useGate(artifactCreatePermission, 'create artifacts');
  const owners = useOwners();
  const { filter, set, typed, setTyped } = useArtifactFilter();
  const [pageSize, setPageSize] = useState(20);
  // The tokens of the pages on the way here; the first page has none.
  const [tokens, setTokens] = useState<string[]>([]);
  const [dialog, setDialog] = useState<Dialog>();
  const { search, kind, owner } = filter;
  useEffect(() => setTokens([]), [search, kind, owner, pageSize]);

  const page = useLoad(
    () =>
      api.listArtifacts({
        search: search || undefined,
        kind: kind || undefined,
        owner: owner || undefined,
        pageSize,
        pageToken: tokens.at(-1),
      }),
    [api, search, kind, owner, pageSize, tokens.at(-1)],
  );
  const { value } = page;
  const filtered = Boolean(search || kind || owner);
  const next = value?.nextPageToken;

  const actions = (
    <>
      <FileButton
        variant="secondary"
        accept=".bpmn,.xml"
        reason={gate.reason}
        isDisabled={!gate.allowed}
        onText={(content, fileName) =>
          setDialog({
            what: 'drawing',
            upload: { content, fileName, title: titleOf(fileName) },
          })
        }
      >
        Upload a drawing
      </FileButton>
      <GatedButton
        variant="secondary"
        reason={gate.reason}
        isDisabled={!gate.allowed}
        onPress={() => setDialog({ what: 'text' })}
      >
        Write something
      </GatedButton>
      <GatedButton
        variant="primary"
        reason={gate.reason}
        isDisabled={!gate.allowed}
        onPress={() => setDialog({ what: 'drawing' })}
      >
        Draw a process
      </GatedButton>
    </>
  );
  const empty = filtered ? (
    <Empty title="No artifact fits">
      Change the search text or the filters.
    </Empty>
  ) : (
    <Empty title="Nothing drawn yet">
      Draw a process, or upload a BPMN file, and it is kept here with its whole
      history.
    </Empty>
  );

  return (
    <>
      <Header
        title="Artifacts"
        customActions={<Flex gap="2">{actions}</Flex>}
      />
      <Container>
        <Flex direction="column" gap="4">
          <ArtifactFilters
            filter={filter}
            typed={typed}
            owners={[...owners, ...(value?.items ?? []).map(a => a.owner)]}
            onType={setTyped}
            onSet={set}
          />
          <Problem
            error={page.error}
            title="The artifacts could not be listed"
            onRetry={page.reload}
          />
          {value?.items.length === 0 && empty}
          {!(page.error && !value) && value?.items.length !== 0 && (
            <ArtifactsTable
              items={value?.items}
              pending={page.loading}
              pagination={{
                pageSize,
                onPageSizeChange: setPageSize,
                totalCount: value?.totalSize,
                offset: tokens.length * pageSize,
                hasNextPage: next !== undefined,
                hasPreviousPage: tokens.length > 0,
                onNextPage: () => next && setTokens([...tokens, next]),
                onPreviousPage: () => setTokens(tokens.slice(0, -1)),
              }}
            />
          )}
        </Flex>
      </Container>
      {dialog && (
        <NewArtifactDialog
          owners={owners}
          what={dialog.what}
          upload={dialog.upload}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
};

/** `lead-to-order.v2.bpmn` becomes `Lead to order v2`. */
function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.(bpmn|xml)$/i, '')
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
