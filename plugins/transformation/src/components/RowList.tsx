import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './RowList.module.css';

export interface RowListItem {
  id: string;
  title: string;
  /** In full on hover. */
  hint?: string;
  detail?: ReactNode;
  end?: ReactNode;
  selected?: boolean;
  /** Either leads somewhere … */
  href?: string;
  /** … or does something. */
  onPress?: () => void;
}

/** A short list to choose from. */
export const RowList = (props: { label: string; rows: RowListItem[] }) => (
  <ul className={styles.list} aria-label={props.label}>
    {props.rows.map(row => (
      <li
        key={row.id}
        className={styles.row}
        title={row.hint}
        aria-current={row.selected || undefined}
      >
        <div className={styles.text}>
          {row.href !== undefined ? (
            <Link href={row.href} standalone className={styles.title}>
              {row.title}
            </Link>
          ) : (
            <button
              type="button"
              className={styles.title}
              onClick={row.onPress}
            >
              {row.title}
            </button>
          )}
          {row.detail && <span className={styles.detail}>{row.detail}</span>}
        </div>
        {row.end}
      </li>
    ))}
  </ul>
);
