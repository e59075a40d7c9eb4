import type {
  ArtifactEvent,
  ElementChange,
} from '@ameide/plugin-transformation-common';
import { Text } from '@backstage/ui';
import { EntityName } from '../../../components/EntityName';
import { When } from '../../../components/When';
import { changesOf, describeChange, describeEvent } from './describeEvent';
import styles from './EventList.module.css';

const SHOWN = 12;

const ChangeList = ({ changes }: { changes: ElementChange[] }) =>
  changes.length > 0 && (
    <ul className={styles.changes}>
      {changes.slice(0, SHOWN).map((change, index) => (
        <li key={index}>{describeChange(change)}</li>
      ))}
      {changes.length > SHOWN && <li>and {changes.length - SHOWN} more</li>}
    </ul>
  );

/** Events in words, in the order given: who did what, when, and to which elements. */
export const EventList = (props: {
  events: readonly ArtifactEvent[];
  selected?: number;
  onSelect?: (sequence: number) => void;
}) => (
  <ol className={styles.list} aria-label="Events">
    {props.events.map(event => (
      <li
        key={event.sequence}
        className={styles.event}
        aria-current={event.sequence === props.selected || undefined}
      >
        <div className={styles.head}>
          <span className={styles.what}>
            <strong>
              <EntityName entityRef={event.by} />
            </strong>{' '}
            {describeEvent(event)}
          </span>
          {props.onSelect && (
            <button
              type="button"
              className={styles.show}
              aria-pressed={event.sequence === props.selected}
              onClick={() => props.onSelect!(event.sequence)}
            >
              Show #{event.sequence}
            </button>
          )}
        </div>
        <Text variant="body-small" color="secondary">
          <When at={event.at} />
        </Text>
        <ChangeList changes={changesOf(event)} />
      </li>
    ))}
  </ol>
);
