import type { JsonObject } from '@ameide/plugin-transformation-common';
import { TextAreaField } from '@backstage/ui';
import styles from './JsonField.module.css';

/**
 * Reads a JSON object.
 *
 * @returns the object, or in words what is wrong with the text
 */
export function parseJsonObject(
  text: string,
): { value: JsonObject } | { problem: string } {
  if (!text.trim()) return { value: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { value: value as JsonObject };
    }
    return { problem: 'Must be a JSON object, as in {"amount": 10}.' };
  } catch (error) {
    return { problem: `No valid JSON: ${(error as Error).message}` };
  }
}

/** An editor for a JSON object, which says at once what is wrong with it. */
export const JsonField = (props: {
  label: string;
  description?: string;
  value: string;
  onChange: (text: string) => void;
  rows?: number;
}) => {
  const parsed = parseJsonObject(props.value);
  const problem = 'problem' in parsed ? parsed.problem : undefined;
  return (
    <>
      <TextAreaField
        label={props.label}
        description={props.description}
        value={props.value}
        onChange={props.onChange}
        rows={props.rows ?? 6}
        isInvalid={problem !== undefined}
        spellCheck="false"
        className={styles.json}
      />
      {problem && (
        <div role="alert" className={styles.problem}>
          {problem}
        </div>
      )}
    </>
  );
};
