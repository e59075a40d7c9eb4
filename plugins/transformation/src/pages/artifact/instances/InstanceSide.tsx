import type { InstanceDetail } from '@ameide/plugin-transformation-common';
import { Skeleton, Text } from '@backstage/ui';
import type { Gate } from '../../../api/useGate';
import { Panel } from '../../../components/Panel';
import { When } from '../../../components/When';
import { IncidentForm } from './IncidentForm';
import styles from './InstanceView.module.css';
import { MessageForm } from './MessageForm';
import { useProcesses } from './useProcesses';
import { UserTaskForm } from './UserTaskForm';

/** What the instance waits for and what one can do about it, then its variables. */
export const InstanceSide = (props: {
  artifactId: string;
  instance: InstanceDetail;
  gate: Gate;
  onChanged: () => void;
}) => {
  const { instance, gate, onChanged } = props;
  const { state, failingJobs } = instance;
  const running = instance.status === 'running';
  const processes = useProcesses(props.artifactId, instance.revision);
  const process = processes?.find(p => p.processId === state?.processId);
  const common = { instanceId: instance.id, gate, onChanged };
  const variables = instance.result ?? state?.variables;

  return (
    <div className={styles.side}>
      {running && state?.incidents.length ? (
        <Panel title="Incidents">
          {state.incidents.map(incident => (
            <div key={incident.key} className={styles.item}>
              <IncidentForm {...common} incident={incident} />
            </div>
          ))}
        </Panel>
      ) : null}
      {running && failingJobs.length > 0 && (
        <Panel title="Jobs that are being retried">
          {failingJobs.map(job => (
            <div key={job.elementId} className={styles.item}>
              <Text as="p" weight="bold">
                {job.elementId}
              </Text>
              <Text as="p" color="danger">
                {job.message}
              </Text>
              <Text as="p" variant="body-small" color="secondary">
                Attempt {job.attempt}
                {job.nextAttemptAt && (
                  <>
                    , next <When at={job.nextAttemptAt} />
                  </>
                )}
              </Text>
            </div>
          ))}
        </Panel>
      )}
      {running && state?.userTasks.length ? (
        <Panel title="Waiting for a decision">
          {processes ? (
            state.userTasks.map(task => (
              <div key={task.key} className={styles.item}>
                <UserTaskForm {...common} task={task} process={process} />
              </div>
            ))
          ) : (
            // A form without the fields of its task would invite to complete it without them.
            <Skeleton width="100%" height={120} />
          )}
        </Panel>
      ) : null}
      {running && state?.subscriptions.length ? (
        <Panel title="Waiting for a message">
          {state.subscriptions.map(subscription => (
            <div
              key={`${subscription.elementId} ${subscription.messageName}`}
              className={styles.item}
            >
              <MessageForm {...common} subscription={subscription} />
            </div>
          ))}
        </Panel>
      ) : null}
      <Panel title={instance.result ? 'Result' : 'Variables'}>
        {variables ? (
          <pre className={styles.variables} aria-label="Variables">
            {JSON.stringify(variables, null, 2)}
          </pre>
        ) : (
          <Text color="secondary">Not known at the moment.</Text>
        )}
      </Panel>
    </div>
  );
};
