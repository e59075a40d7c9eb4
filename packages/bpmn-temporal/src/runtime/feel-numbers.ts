import { asNumber } from './feel-types';

type Rounding = (number: number) => number;

/** The functions of FEEL on numbers; null where an argument is no number. */
export const numberFunctions = {
  abs: (n: unknown) => (typeof n === 'number' ? Math.abs(n) : null),
  floor: (n: unknown, ...scale: readonly unknown[]) =>
    scaled(Math.floor, n, scale),
  ceiling: (n: unknown, ...scale: readonly unknown[]) =>
    scaled(Math.ceil, n, scale),
  roundUp: (n: unknown, scale: unknown) =>
    rounded(n, scale, x => (x > 0 ? Math.ceil : Math.floor)),
  roundDown: (n: unknown, scale: unknown) =>
    rounded(n, scale, x => (x > 0 ? Math.floor : Math.ceil)),
  roundHalfUp: (n: unknown, scale: unknown) =>
    rounded(n, scale, (x, half) => {
      if (!half) return Math.round;
      return x > 0 ? Math.ceil : Math.floor;
    }),
  roundHalfDown: (n: unknown, scale: unknown) =>
    rounded(n, scale, (x, half) => {
      if (!half) return Math.round;
      return x > 0 ? Math.floor : Math.ceil;
    }),
  /** Rounds halves to the even neighbour. */
  decimal: (n: unknown, scale: unknown) =>
    rounded(n, scale, () => x => {
      const whole = Math.floor(x);
      if (x - whole !== 0.5) return Math.round(x);
      return whole % 2 === 0 ? whole : whole + 1;
    }),
  /** Has the sign of the divisor; null for a division by zero. */
  modulo(dividend: unknown, divisor: unknown): number | null {
    const [a, b] = [asNumber(dividend), asNumber(divisor)];
    if (a === undefined || !b) return null;
    return Math.round((((a % b) + b) % b) * 1e9) / 1e9;
  },
  sqrt(n: unknown): number | null {
    const number = asNumber(n);
    return number === undefined || number < 0 ? null : Math.sqrt(number);
  },
  odd: (n: unknown) => remainder(n, 1),
  even: (n: unknown) => remainder(n, 0),
};

function remainder(n: unknown, expected: number): boolean | null {
  const number = asNumber(n);
  return number === undefined ? null : Math.abs(number) % 2 === expected;
}

function scaled(
  round: Rounding,
  n: unknown,
  scales: readonly unknown[],
): number | null {
  const number = asNumber(n);
  const scale = scales.length ? asNumber(scales[0]) : 0;
  if (number === undefined || scale === undefined) return null;
  const adjust = 10 ** scale;
  return round(number * adjust) / adjust;
}

function rounded(
  n: unknown,
  scale: unknown,
  choose: (number: number, half: boolean) => Rounding,
): number | null {
  const [number, digits] = [asNumber(n), asNumber(scale)];
  if (number === undefined || digits === undefined) return null;
  const half = Math.abs((number * 10 ** digits) % 1) === 0.5;
  const result = choose(number, half)(number * 10 ** digits) / 10 ** digits;
  return Number.isNaN(result) ? number : result;
}
