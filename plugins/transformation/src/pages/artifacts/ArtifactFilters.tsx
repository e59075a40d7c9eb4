import { kindSchemas } from '@ameide/plugin-transformation-common';
import { SearchField, Select } from '@backstage/ui';
import styles from './ArtifactFilters.module.css';
import type { ArtifactFilter } from './useArtifactFilter';

const ALL = 'all';

/** The search box and the filters above the list. */
export const ArtifactFilters = (props: {
  filter: ArtifactFilter;
  typed: string;
  owners: string[];
  onType: (text: string) => void;
  onSet: (name: keyof ArtifactFilter, value: string) => void;
}) => {
  const { filter, onSet } = props;
  const owners = new Set([...props.owners, filter.owner].filter(Boolean));
  const choose = (name: 'kind' | 'owner') => (key: unknown) =>
    onSet(name, key === ALL || key === null ? '' : String(key));
  return (
    <div className={styles.row}>
      <SearchField
        className={styles.search}
        aria-label="Search artifacts"
        placeholder="Search titles, tags and contents"
        size="small"
        value={props.typed}
        onChange={props.onType}
      />
      <Select
        aria-label="Kind"
        className={styles.select}
        value={filter.kind || ALL}
        onChange={choose('kind')}
        options={[
          { value: ALL, label: 'All kinds' },
          ...Object.keys(kindSchemas).map(kind => ({
            value: kind,
            label: kind.toUpperCase(),
          })),
        ]}
      />
      <Select
        aria-label="Owner"
        className={styles.select}
        value={filter.owner || ALL}
        onChange={choose('owner')}
        options={[
          { value: ALL, label: 'All owners' },
          ...[...owners].sort().map(ref => ({ value: ref, label: ref })),
        ]}
      />
    </div>
  );
};
