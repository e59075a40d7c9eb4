import { stringify } from 'yaml';

/** A document of YAML, with an introduction that is written by us. */
export function yaml(value: unknown, comment?: string): string {
  const text = stringify(value, {
    lineWidth: 100,
    aliasDuplicateObjects: false,
  });
  return comment ? `${comment.replace(/^/gm, '# ')}\n${text}` : text;
}
