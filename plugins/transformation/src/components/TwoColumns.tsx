import type { ReactNode } from 'react';
import styles from './TwoColumns.module.css';

/** A wide part and a narrow one beside it, or below it where the window is narrow. */
export const TwoColumns = (props: {
  aside: ReactNode;
  asideFirst?: boolean;
  children: ReactNode;
}) => (
  <div className={props.asideFirst ? styles.asideFirst : styles.columns}>
    <div className={styles.main}>{props.children}</div>
    <div className={styles.aside}>{props.aside}</div>
  </div>
);
