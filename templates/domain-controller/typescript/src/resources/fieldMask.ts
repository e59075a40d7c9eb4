import type { DescField, DescMessage } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { OUTPUT_ONLY } from './columns.ts';

/**
 * The fields that a mask names; all that can be changed where it names none or
 * is `*`, as AIP-134 has it.
 *
 * @throws ConnectError `invalid_argument` that says which field cannot be changed
 */
export function maskedFields(
  schema: DescMessage,
  paths: readonly string[] = [],
): DescField[] {
  const writable = schema.fields.filter(({ name }) => !OUTPUT_ONLY.has(name));
  if (paths.length === 0 || paths.includes('*')) return writable;
  return [...new Set(paths)].map(path => {
    const field = writable.find(({ name }) => name === path);
    if (field) return field;
    throw new ConnectError(
      `update_mask: "${path}" is no field that can be changed; there are ${writable
        .map(({ name }) => name)
        .join(', ')}`,
      Code.InvalidArgument,
    );
  });
}
