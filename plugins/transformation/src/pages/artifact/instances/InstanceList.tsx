import type { Instance } from '@ameide/plugin-transformation-common';
import { instanceStatus } from '@ameide/plugin-transformation-common';
import { Select, Text } from '@backstage/ui';
import { useState } from 'react';
import { RowList } from '../../../components/RowList';
import { StatusBadge } from '../../../components/StatusBadge';
import { When } from '../../../components/When';

const ALL = 'all';

/** The instances, newest first; narrowed by status where there are several. */
export const InstanceList = (props: {
  items: Instance[];
  selected: string | undefined;
  linkOf: (id: string) => string;
}) => {
  const [status, setStatus] = useState(ALL);
  const shown = props.items.filter(i => status === ALL || i.status === status);
  if (!props.items.length) {
    return (
      <Text as="p" color="secondary">
        None yet.
      </Text>
    );
  }
  return (
    <>
      <Select
        aria-label="Status"
        value={status}
        onChange={key => setStatus(String(key ?? ALL))}
        options={[
          { value: ALL, label: 'All' },
          ...instanceStatus.options.map(value => ({ value, label: value })),
        ]}
      />
      <RowList
        label="Instances"
        rows={shown.map(instance => ({
          id: instance.id,
          title: shortId(instance),
          hint: instance.id,
          href: props.linkOf(instance.id),
          selected: instance.id === props.selected,
          end: <StatusBadge status={instance.status} />,
          detail: (
            <>
              {instance.revision ? `r${instance.revision}, ` : ''}
              <When at={instance.startedAt} />
            </>
          ),
        }))}
      />
    </>
  );
};

/** The id without the tenant and the artifact that all in the list have in common. */
export function shortId({ id, artifactId }: Instance): string {
  const common = `:${artifactId}:`;
  const end = id.indexOf(common) + common.length;
  return id.includes(common) && end < id.length ? id.slice(end) : id;
}
