import styles from './StatusBadge.module.css';

/** How a status is to be felt about; the word itself always stands beside the colour. */
type Tone = 'good' | 'bad' | 'busy' | 'quiet' | 'warn';

const TONES: Record<string, Tone> = {
  succeeded: 'good',
  done: 'good',
  completed: 'good',
  deployed: 'good',
  merged: 'good',
  open: 'busy',
  running: 'busy',
  deploying: 'busy',
  pending: 'quiet',
  waiting: 'quiet',
  skipped: 'quiet',
  closed: 'quiet',
  cancelled: 'quiet',
  terminating: 'busy',
  incident: 'bad',
  terminated: 'warn',
  'timed-out': 'warn',
  refused: 'warn',
  failed: 'bad',
};

/** A status word with its colour. */
export const StatusBadge = ({ status }: { status: string }) => (
  <span className={styles.badge} data-tone={TONES[status] ?? 'quiet'}>
    {status.replace('-', ' ')}
  </span>
);
