import {
  instanceStatus,
  type InstanceStatistics,
} from '@ameide/plugin-transformation-common';
import { Flex, Text } from '@backstage/ui';
import { StatusBadge } from '../../../components/StatusBadge';
import { When } from '../../../components/When';

/** How many instances there are, and how old that is; nothing before the first one. */
export const Statistics = ({
  byStatus,
  withIncidents,
  asOf,
}: InstanceStatistics) => {
  const counts = instanceStatus.options.flatMap(status => {
    const count = byStatus[status];
    return count ? [{ status, count }] : [];
  });
  if (!counts.length) return null;
  return (
    <Flex direction="column" gap="1" mb="2">
      <Flex
        gap="3"
        role="list"
        aria-label="Instances by status"
        style={{ flexWrap: 'wrap' }}
      >
        {counts.map(({ status, count }) => (
          <Flex key={status} role="listitem" gap="1" align="center">
            <strong>{count}</strong>
            <StatusBadge status={status} />
          </Flex>
        ))}
        {withIncidents > 0 && (
          <Flex role="listitem" gap="1" align="center">
            <strong>{withIncidents}</strong>
            <StatusBadge status="incident" />
          </Flex>
        )}
      </Flex>
      <Text as="p" variant="body-small" color="secondary">
        Counted <When at={asOf} />
      </Text>
    </Flex>
  );
};
