import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import styles from './Logo.module.css';

/** The factory's mark: a flow that splits and comes together again. */
export const Mark = () => (
  <svg
    className={styles.mark}
    viewBox="0 0 32 32"
    role="img"
    aria-label="Ameide Factory"
  >
    <path
      d="M4 16h5l4-7h6l4 7h5M9 16l4 7h6l4-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle cx="4" cy="16" r="2.6" fill="currentColor" />
    <circle cx="28" cy="16" r="2.6" fill="currentColor" />
  </svg>
);

/** The head of the sidebar; leads to the landing page. */
export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      style={{ height: sidebarConfig.logoHeight * 2 }}
    >
      <Mark />
      {isOpen && <span className={styles.name}>Ameide Factory</span>}
    </Link>
  );
};
