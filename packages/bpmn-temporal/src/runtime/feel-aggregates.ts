import { asNumber } from './feel-types';

/** FEEL's functions over many numbers, given as one list or one by one; null for none, and where one is no number. */
export const aggregateFunctions = {
  sum: (...given: readonly unknown[]) => over(given, total),
  min: (...given: readonly unknown[]) =>
    over(given, all => all.reduce((a, b) => Math.min(a, b))),
  max: (...given: readonly unknown[]) =>
    over(given, all => all.reduce((a, b) => Math.max(a, b))),
  mean: (...given: readonly unknown[]) =>
    over(given, all => total(all) / all.length),
  product: (...given: readonly unknown[]) =>
    over(given, all => all.reduce((result, number) => result * number, 1)),
};

function over(
  given: readonly unknown[],
  compute: (numbers: readonly number[]) => number,
): number | null {
  const [first] = given;
  const list = given.length === 1 && Array.isArray(first) ? first : given;
  const numbers = list.map(asNumber).filter(number => number !== undefined);
  return list.length && numbers.length === list.length
    ? compute(numbers)
    : null;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number);
}
