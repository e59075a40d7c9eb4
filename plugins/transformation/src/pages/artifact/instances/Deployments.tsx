import type { Deployment } from '@ameide/plugin-transformation-common';
import { Link, Text } from '@backstage/ui';
import { StatusBadge } from '../../../components/StatusBadge';
import { When } from '../../../components/When';
import styles from './Deployments.module.css';

/** Which revision runs in which lane. */
export const Deployments = ({
  items,
  linkOfBuild,
}: {
  items: Deployment[];
  linkOfBuild: (buildId: string) => string;
}) => {
  if (!items.length) {
    return (
      <Text as="p" color="secondary">
        Nowhere yet. Merging the pull requests of a build rolls it out.
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label="Deployments">
      {items.map(deployment => (
        <li key={`${deployment.lane} ${deployment.revision}`}>
          <div className={styles.head}>
            <strong>
              {deployment.lane}: r{deployment.revision}
            </strong>
            <StatusBadge status={deployment.status} />
          </div>
          <Text as="p" variant="body-small" color="secondary">
            <span title={deployment.commit}>
              {deployment.commit.slice(0, 7)}
            </span>
            , <When at={deployment.updatedAt} />
            {deployment.buildId && (
              <>
                {', '}
                <Link href={linkOfBuild(deployment.buildId)}>its build</Link>
              </>
            )}
          </Text>
          {deployment.message && (
            <Text as="p" variant="body-small">
              {deployment.message}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
};
