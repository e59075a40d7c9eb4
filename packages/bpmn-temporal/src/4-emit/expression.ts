import { literal } from './code';
import { translateFeel } from './feel/translate';

/** Notes that a runtime function is used, and answers its name. */
export interface ExpressionContext {
  readonly use: (runtimeFunction: string) => string;
}

/**
 * The code for a value of the drawing: static text, or FEEL when it starts with `=` (Camunda 8). FEEL becomes TypeScript
 * where it can; `interpret` is of a module of its own, since it brings the library.
 */
export function expression(source: string, context: ExpressionContext): string {
  if (!source.startsWith('=')) return literal(source);
  const feel = source.slice(1).trim();
  const code = translateFeel(feel, context.use);
  return code === undefined
    ? `${context.use('interpret')}(${literal(feel)})`
    : `${context.use('feel')}(${literal(feel)}, ${code})`;
}
