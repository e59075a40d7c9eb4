import type { Diagnostic } from '@ameide/plugin-transformation-common';
import { Text } from '@backstage/ui';
import { sortDiagnostics } from './diagnosticMarks';
import styles from './DiagnosticList.module.css';

/** What the compiler has to say; a click leads to the element or the line that it is about. */
export const DiagnosticList = (props: {
  diagnostics: readonly Diagnostic[];
  onSelect?: (diagnostic: Diagnostic) => void;
  /** Said where there is nothing to say. */
  none?: string;
}) => {
  if (!props.diagnostics.length) {
    return (
      <Text as="p" color="secondary">
        {props.none ?? 'Nothing to complain about: this drawing compiles.'}
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label="Diagnostics">
      {sortDiagnostics(props.diagnostics).map((d, index) => {
        const body = (
          <>
            <span className={styles.severity}>{d.severity}</span>
            <span>
              <span className={styles.message}>{d.message}</span>
              <span className={styles.hint}>
                {d.hint && `${d.hint} `}
                <code>
                  {[d.code, d.elementId, d.line && `line ${d.line}`]
                    .filter(Boolean)
                    .join(' · ')}
                </code>
              </span>
            </span>
          </>
        );
        return (
          <li key={index} data-severity={d.severity}>
            {(d.elementId || d.line) && props.onSelect ? (
              <button
                type="button"
                className={styles.item}
                onClick={() => props.onSelect!(d)}
              >
                {body}
              </button>
            ) : (
              <div className={styles.item}>{body}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
};
