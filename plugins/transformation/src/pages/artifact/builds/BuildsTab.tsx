import { buildCreatePermission } from '@ameide/plugin-transformation-common';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useNavigate, useParams } from 'react-router-dom';
import { transformationApiRef } from '../../../api/transformationApi';
import { useAction } from '../../../api/useAction';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { Empty } from '../../../components/Empty';
import { EntityName } from '../../../components/EntityName';
import { GatedButton } from '../../../components/GatedButton';
import { Loaded } from '../../../components/Loaded';
import { Panel } from '../../../components/Panel';
import { Problem } from '../../../components/Problem';
import { RowList } from '../../../components/RowList';
import { StatusBadge } from '../../../components/StatusBadge';
import { TwoColumns } from '../../../components/TwoColumns';
import { When } from '../../../components/When';
import { buildRouteRef } from '../../../routes';
import type { TabProps } from '../tab';
import { BuildDetail } from './BuildDetail';

/** What was built of the artifact, newest first, and the build that is looked at. */
export const BuildsTab = ({ artifact, onChanged }: TabProps) => {
  const { buildId } = useParams();
  const { id } = artifact;
  const api = useApi(transformationApiRef);
  const gate = useGate(buildCreatePermission, 'build', artifact);
  const navigate = useNavigate();
  const link = useRouteRef(buildRouteRef);
  const builds = useLoad(
    () => api.listBuilds(id),
    [api, id],
    last => (last?.items.some(b => b.status === 'running') ? 2000 : undefined),
  );
  const start = useAction(async () => {
    const build = await api.startBuild(id, {});
    builds.reload();
    if (link) navigate(link({ artifactId: id, buildId: build.id }));
    // A build of an unnamed state makes a revision of it first.
    onChanged();
  });

  const items = [...(builds.value?.items ?? [])].sort((a, b) =>
    b.startedAt.localeCompare(a.startedAt),
  );
  const selected = buildId ?? items[0]?.id;
  const button = (
    <GatedButton
      size="small"
      variant="primary"
      reason={gate.reason}
      isDisabled={!gate.allowed}
      isPending={start.pending}
      onPress={() => start.run()}
    >
      Build
    </GatedButton>
  );

  return (
    <TwoColumns
      asideFirst
      aside={
        <Panel title="Builds" actions={button}>
          <Problem error={start.error} title="The build was not started" />
          <Loaded load={builds} errorTitle="The builds could not be listed">
            {() => (
              <RowList
                label="Builds"
                rows={items.map(build => ({
                  id: build.id,
                  title: `Revision r${build.revision}`,
                  selected: build.id === selected,
                  href: link?.({ artifactId: id, buildId: build.id }),
                  end: <StatusBadge status={build.status} />,
                  detail: (
                    <>
                      <When at={build.startedAt} /> by{' '}
                      <EntityName entityRef={build.startedBy} />
                    </>
                  ),
                }))}
              />
            )}
          </Loaded>
        </Panel>
      }
    >
      {selected ? (
        <BuildDetail
          key={selected}
          artifactId={id}
          buildId={selected}
          onFinished={builds.reload}
        />
      ) : (
        !builds.loading && (
          <Empty title="Nothing built yet">
            A build compiles the newest drawing to a Temporal project and opens
            its pull requests.
          </Empty>
        )
      )}
    </TwoColumns>
  );
};
