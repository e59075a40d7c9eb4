import { instanceOperatePermission } from '@ameide/plugin-transformation-common';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { transformationApiRef } from '../../../api/transformationApi';
import { useGate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { Empty } from '../../../components/Empty';
import { GatedButton } from '../../../components/GatedButton';
import { Loaded } from '../../../components/Loaded';
import { Panel } from '../../../components/Panel';
import { TwoColumns } from '../../../components/TwoColumns';
import { artifactRouteRef } from '../../../routes';
import type { TabProps } from '../tab';
import { Deployments } from './Deployments';
import { InstanceList } from './InstanceList';
import { InstanceView } from './InstanceView';
import { StartInstanceDialog } from './StartInstanceDialog';
import { Statistics } from './Statistics';

/** What runs of the artifact: where it is deployed, its instances, and the one that is looked at. */
export const InstancesTab = ({ artifact }: TabProps) => {
  const { instanceId } = useParams();
  const { id } = artifact;
  const api = useApi(transformationApiRef);
  const gate = useGate(
    instanceOperatePermission,
    'operate instances',
    artifact,
  );
  const navigate = useNavigate();
  const base = useRouteRef(artifactRouteRef)?.({ artifactId: id }) ?? '';
  const linkOf = (instance: string) =>
    `${base}/instances/${encodeURIComponent(instance)}`;
  const [starting, setStarting] = useState(false);

  const deployments = useLoad(
    () => api.listDeployments(id),
    [api, id],
    () => 4000,
  );
  const instances = useLoad(
    () => api.listInstances(id),
    [api, id],
    () => 4000,
  );
  // the backend counts every 15 seconds at most
  const statistics = useLoad(
    () => api.statistics(id),
    [api, id],
    () => 15_000,
  );
  const items = [...(instances.value?.items ?? [])].sort((a, b) =>
    b.startedAt.localeCompare(a.startedAt),
  );
  const selected = instanceId ?? items[0]?.id;
  const deployed = deployments.value?.items.some(d => d.status === 'deployed');
  const reason =
    gate.reason ??
    (deployments.value && !deployed
      ? 'No lane runs this process yet: build it and merge its pull requests first.'
      : undefined);

  return (
    <>
      <TwoColumns
        asideFirst
        aside={
          <>
            <Panel title="Deployments">
              <Loaded
                load={deployments}
                errorTitle="The deployments could not be listed"
              >
                {value => (
                  <Deployments
                    items={value.items}
                    linkOfBuild={build => `${base}/builds/${build}`}
                  />
                )}
              </Loaded>
            </Panel>
            <Panel
              title="Instances"
              actions={
                <GatedButton
                  size="small"
                  variant="primary"
                  reason={reason}
                  isDisabled={!gate.allowed}
                  onPress={() => setStarting(true)}
                >
                  Start instance
                </GatedButton>
              }
            >
              <Loaded
                load={instances}
                errorTitle="The instances could not be listed"
              >
                {() => (
                  <>
                    {statistics.value && <Statistics {...statistics.value} />}
                    <InstanceList
                      items={items}
                      selected={selected}
                      linkOf={linkOf}
                    />
                  </>
                )}
              </Loaded>
            </Panel>
          </>
        }
      >
        {selected ? (
          <InstanceView
            key={selected}
            artifact={artifact}
            instanceId={selected}
            gate={gate}
            onChanged={instances.reload}
          />
        ) : (
          !instances.loading && (
            <Empty title="Nothing runs yet">
              Once a lane runs the process, start an instance and watch it on
              the drawing.
            </Empty>
          )
        )}
      </TwoColumns>
      {starting && (
        <StartInstanceDialog
          artifactId={id}
          onClose={() => setStarting(false)}
          onStarted={started => {
            setStarting(false);
            instances.reload();
            navigate(linkOf(started.id));
          }}
        />
      )}
    </>
  );
};
