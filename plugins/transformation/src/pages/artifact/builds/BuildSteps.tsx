import type { BuildStep } from '@ameide/plugin-transformation-common';
import { Text } from '@backstage/ui';
import { StatusBadge } from '../../../components/StatusBadge';
import styles from './BuildSteps.module.css';

const NAMES: Record<BuildStep['name'], string> = {
  compile: 'Compile',
  'service-pull-request': 'Pull request of the service',
  'gitops-pull-request': 'Pull request of the roll-out',
};

/** The steps of a build with how long they took. */
export const BuildSteps = ({ steps }: { steps: BuildStep[] }) => (
  <ol className={styles.steps} aria-label="Steps">
    {steps.map(step => (
      <li key={step.name} className={styles.step}>
        <StatusBadge status={step.status} />
        <div>
          <span>{NAMES[step.name]}</span>
          {step.message && (
            <Text as="p" variant="body-small" color="secondary">
              {step.message}
            </Text>
          )}
        </div>
        <Text variant="body-small" color="secondary">
          {duration(step)}
        </Text>
      </li>
    ))}
  </ol>
);

/** `1.2 s`; empty until there is something to measure. */
export function duration(step: {
  startedAt?: string;
  finishedAt?: string;
}): string {
  if (!step.startedAt || !step.finishedAt) return '';
  const ms = Date.parse(step.finishedAt) - Date.parse(step.startedAt);
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}
