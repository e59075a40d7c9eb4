import type { ListedArtifact } from '@ameide/plugin-transformation-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Table,
  Text,
  type ColumnConfig,
  type TablePaginationProps,
} from '@backstage/ui';
import { useMemo } from 'react';
import { EntityName } from '../../components/EntityName';
import { When } from '../../components/When';
import { artifactRouteRef } from '../../routes';

/** The artifacts of the tenant, a row each. */
export const ArtifactsTable = (props: {
  items: ListedArtifact[] | undefined;
  pending: boolean;
  pagination: TablePaginationProps;
}) => {
  const link = useRouteRef(artifactRouteRef);
  const columns = useMemo<ColumnConfig<ListedArtifact>[]>(
    () => [
      {
        id: 'title',
        label: 'Title',
        isRowHeader: true,
        defaultWidth: '2fr',
        cell: a => (
          <CellText
            title={a.title}
            description={a.snippet ?? a.id}
            href={link?.({ artifactId: a.id })}
          />
        ),
      },
      {
        id: 'kind',
        label: 'Kind',
        defaultWidth: '1fr',
        cell: a => <CellText title={a.kind.toUpperCase()} />,
      },
      {
        id: 'owner',
        label: 'Owner',
        defaultWidth: '1fr',
        cell: a => (
          <Cell>
            <EntityName entityRef={a.owner} />
          </Cell>
        ),
      },
      {
        id: 'updated',
        label: 'Updated',
        defaultWidth: '1.5fr',
        cell: a => (
          <Cell>
            <Text>
              <When at={a.updatedAt} /> by{' '}
              <EntityName entityRef={a.updatedBy} />
            </Text>
          </Cell>
        ),
      },
      {
        id: 'revision',
        label: 'Latest revision',
        defaultWidth: '1fr',
        cell: a => (
          <CellText
            title={
              a.latestRevision ? `r${a.latestRevision.number}` : 'none yet'
            }
            color={a.latestRevision ? 'primary' : 'secondary'}
            description={a.latestRevision?.note}
          />
        ),
      },
    ],
    [link],
  );
  return (
    <Table
      columnConfig={columns}
      data={props.items}
      isPending={props.pending}
      pagination={{ type: 'page', ...props.pagination }}
    />
  );
};
