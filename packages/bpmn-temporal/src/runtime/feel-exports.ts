/** What the translated expressions of a workflow are written with. */
export { feel } from './feel';
export { at, each, every, get, some, where } from './feel-access';
export { add, div, mul, negate, pow, sub } from './feel-arithmetic';
export { eq, gt, gte, lt, lte, ne } from './feel-compare';
export { fn } from './feel-functions';
export { and, holds, not, or } from './feel-logic';
export { between, isIn, range, steps } from './feel-range';
