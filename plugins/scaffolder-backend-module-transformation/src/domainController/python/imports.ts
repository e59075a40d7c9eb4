import { fits } from './format';

/** A name of a module, as in `['service.config', 'Config']`. */
export type Import = [module: string, name: string];

/** Imports of one name each, in the order that ruff asks for; long ones take lines of their own. */
export const importsOf = (imports: Import[]): string =>
  [...imports]
    .sort((a, b) => compareNaturally(a.join(' '), b.join(' ')))
    .map(([module, name]) => {
      const line = `from ${module} import ${name}`;
      return fits(line) ? line : `from ${module} import (\n    ${name},\n)`;
    })
    .join('\n');

/** Digits count as numbers. */
function compareNaturally(a: string, b: string): number {
  const [first, second] = [a, b].map(text => text.match(/\d+|\D/g) ?? []);
  const i = first.findIndex((part, at) => part !== second[at]);
  const [x, y] = [first[i], second[i]];
  const areNumbers = /^\d/.test(x) && /^\d/.test(y);
  if (areNumbers) return Number(x) - Number(y);
  return x < y ? -1 : 1;
}
