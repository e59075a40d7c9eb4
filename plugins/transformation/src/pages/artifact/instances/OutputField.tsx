import { NumberField, Select, TextField } from '@backstage/ui';
import type { FieldKind } from './sampleVariables';

/** A field for one output of a user task. A field left empty gives no variable. */
export const OutputField = (props: {
  name: string;
  kind: FieldKind;
  onChange: (value: unknown) => void;
}) => {
  const { name, kind, onChange } = props;
  switch (kind) {
    case 'boolean':
      return (
        <Select
          label={name}
          options={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
          onChange={key => onChange(key === 'true')}
        />
      );
    case 'number':
      return (
        <NumberField
          label={name}
          onChange={value => onChange(Number.isNaN(value) ? undefined : value)}
        />
      );
    case 'json':
      return (
        <TextField
          label={name}
          description="A text, a number, true, false, or JSON"
          onChange={text => onChange(readJson(text))}
        />
      );
    default:
      return (
        <TextField
          label={name}
          onChange={text => onChange(text || undefined)}
        />
      );
  }
};

/** JSON where it is JSON, else the text as it is. */
function readJson(text: string): unknown {
  if (!text.trim()) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
