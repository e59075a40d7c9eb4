import { literal } from '../code';
import { parseFeel } from '../feel/syntax';
import { translating } from '../feel/translate';
import type { Use } from '../feel/translate';
import { kept } from '../feel/values';

/** The code for a FEEL expression of a decision, over its variables `v`. */
export function valueOf(source: string, use: Use): string {
  if (source === '') return 'null';
  const tree = parseFeel(source);
  const code =
    tree &&
    translating(
      use,
      root => kept(tree.parts[0], root),
      () => use('v'),
    );
  return (
    code ?? `${use('interpret')}(${literal(source)}).evaluate(${use('v')})`
  );
}

/** The constants of a list of allowed values such as `"high", "low"`, as code. */
export function constantsOf(source: string, use: Use): string {
  const tree = parseFeel(`[${source}]`);
  const code = tree && translating(use, root => root.code(tree, root));
  return code ?? '[]';
}
