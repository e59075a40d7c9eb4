import { fits } from './format';

/** An import of one name, which goes to a line of its own where it is long. */
export function importOf(module: string, name: string): string {
  const line = `from ${module} import ${name}`;
  return fits(line) ? line : `from ${module} import (\n    ${name},\n)`;
}

/** Imports in the order that ruff asks for: digits count as numbers. */
export const sortImports = (imports: string[]): string[] =>
  [...imports].sort((a, b) => {
    const [first, second] = [a, b].map(text => text.match(/\d+|\D/g) ?? []);
    const i = first.findIndex((part, at) => part !== second[at]);
    const [x, y] = [first[i] ?? '', second[i] ?? ''];
    const areNumbers = /^\d/.test(x) && /^\d/.test(y);
    if (areNumbers) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  });
