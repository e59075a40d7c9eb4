import type { Node } from '../../definition/model.ts';
import { valuesOf, type NodeFunction } from './node.ts';

/** Writes values; one of the type `decision` has none to write. */
export const setNode =
  ({ id, values }: Node): NodeFunction =>
  state =>
    Object.keys(values).length
      ? { values: { [id]: valuesOf(values, state.values) } }
      : {};
