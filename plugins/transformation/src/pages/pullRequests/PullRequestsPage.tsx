import type { PullRequest } from '@ameide/plugin-transformation-common';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Container,
  Flex,
  Header,
  Select,
  Table,
  Text,
  useTable,
  type ColumnConfig,
} from '@backstage/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { transformationApiRef } from '../../api/transformationApi';
import { useLoad } from '../../api/useLoad';
import { Empty } from '../../components/Empty';
import { EntityName } from '../../components/EntityName';
import { Problem } from '../../components/Problem';
import { StatusBadge } from '../../components/StatusBadge';
import { When } from '../../components/When';
import { pullRequestRouteRef } from '../../routes';

const ALL = 'all';
const STATES = ['open', 'merged', 'closed'];

/** The pull requests of the local forge, newest first; the open ones unless asked otherwise. */
export const PullRequestsPage = () => {
  const api = useApi(transformationApiRef);
  const link = useRouteRef(pullRequestRouteRef);
  const [params, setParams] = useSearchParams();
  const state = params.get('state') ?? 'open';
  const load = useLoad(
    () => api.listPullRequests({ state: state === ALL ? undefined : state }),
    [api, state],
  );
  const data = useMemo(
    () =>
      load.value &&
      [...load.value.items].sort((a, b) =>
        b.updatedAt.localeCompare(a.updatedAt),
      ),
    [load.value],
  );
  const { tableProps } = useTable<PullRequest>({
    mode: 'complete',
    data,
    paginationOptions: { pageSize: 20 },
  });
  const columns = useMemo<ColumnConfig<PullRequest>[]>(
    () => [
      {
        id: 'title',
        label: 'Title',
        isRowHeader: true,
        defaultWidth: '3fr',
        cell: pr => (
          <CellText
            title={pr.title}
            description={`${pr.repository} #${pr.number}`}
            href={link?.({ pullRequestId: pr.id })}
          />
        ),
      },
      {
        id: 'state',
        label: 'State',
        defaultWidth: '1fr',
        cell: pr => (
          <Cell>
            <StatusBadge status={pr.state} />
          </Cell>
        ),
      },
      {
        id: 'artifact',
        label: 'Artifact',
        defaultWidth: '1fr',
        cell: pr =>
          pr.artifactId === undefined ? (
            <CellText title="–" />
          ) : (
            <CellText title={pr.artifactId} description={`r${pr.revision}`} />
          ),
      },
      {
        id: 'author',
        label: 'Author',
        defaultWidth: '1fr',
        cell: pr => (
          <Cell>
            <EntityName entityRef={pr.author} />
          </Cell>
        ),
      },
      {
        id: 'updated',
        label: 'Updated',
        defaultWidth: '1fr',
        cell: pr => (
          <Cell>
            <Text>
              <When at={pr.updatedAt} />
            </Text>
          </Cell>
        ),
      },
    ],
    [link],
  );

  return (
    <>
      <Header title="Pull requests" />
      <Container>
        <Flex direction="column" gap="4">
          <Select
            aria-label="State"
            style={{ width: 200 }}
            value={state}
            onChange={key =>
              setParams({ state: String(key ?? ALL) }, { replace: true })
            }
            options={[
              { value: ALL, label: 'All states' },
              ...STATES.map(value => ({ value, label: value })),
            ]}
          />
          <Problem
            error={load.error}
            title="The pull requests could not be listed"
            onRetry={load.reload}
          />
          {data?.length === 0 && (
            <Empty
              title={
                state === ALL
                  ? 'No pull request yet'
                  : `No pull request is ${state}`
              }
            >
              A build of an artifact opens two: one for the service, one for its
              roll-out.
            </Empty>
          )}
          {!(load.error && !load.value) && data?.length !== 0 && (
            <Table
              {...tableProps}
              isPending={load.loading}
              columnConfig={columns}
            />
          )}
        </Flex>
      </Container>
    </>
  );
};
