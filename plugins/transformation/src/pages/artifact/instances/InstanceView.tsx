import type { Artifact } from '@ameide/plugin-transformation-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { transformationApiRef } from '../../../api/transformationApi';
import type { Gate } from '../../../api/useGate';
import { useLoad } from '../../../api/useLoad';
import { Loaded } from '../../../components/Loaded';
import { InstanceDiagram } from './InstanceDiagram';
import { InstanceHead } from './InstanceHead';
import { InstanceSide } from './InstanceSide';
import styles from './InstanceView.module.css';

/** One instance on its drawing, with what can be done about it; kept fresh while it runs. */
export const InstanceView = (props: {
  artifact: Artifact;
  instanceId: string;
  gate: Gate;
  onChanged: () => void;
}) => {
  const { instanceId } = props;
  const api = useApi(transformationApiRef);
  const load = useLoad(
    () => api.getInstance(instanceId),
    [api, instanceId],
    last => (!last || last.status === 'running' ? 2000 : undefined),
  );
  const { onChanged } = props;
  const status = load.value?.status;
  // The list beside shows the same status.
  useEffect(() => {
    if (status) onChanged();
  }, [status, onChanged]);
  const changed = () => {
    load.reload();
    onChanged();
  };
  return (
    <Loaded load={load} errorTitle="The instance could not be loaded">
      {instance => (
        <>
          <InstanceHead
            instance={instance}
            gate={props.gate}
            onChanged={changed}
          />
          <div className={styles.split}>
            <InstanceDiagram artifact={props.artifact} instance={instance} />
            <InstanceSide
              artifactId={props.artifact.id}
              instance={instance}
              gate={props.gate}
              onChanged={changed}
            />
          </div>
        </>
      )}
    </Loaded>
  );
};
