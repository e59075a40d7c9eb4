import { text } from '../moddle';
import type { Moddle } from '../moddle';
import { extend, map } from '../zeebe';
import type { Carry } from './carry';
import { feelOf } from './el';

/** A call hands over what it names, and nothing where it names nothing. */
export const calls: Carry = {
  types: ['callActivity'],
  carry(said) {
    const { element } = said;
    const own = text(element.calledElement).trim();
    const computed = feelOf(own);
    if (/[$#]\{/.test(own) && computed === undefined) return;
    const into = [...said.extensions('in')];
    const back = [...said.extensions('out')];
    const all = (entry: Moddle) => entry.variables === 'all';
    const inherits = said.attribute('inheritVariables') === 'true';
    extend(element, 'CalledElement', {
      ...(computed ? { processId: `=${computed}` } : {}),
      ...(said.attribute('calledElementBinding') === 'deployment'
        ? { bindingType: 'deployment' }
        : {}),
      propagateAllParentVariables: inherits || into.some(all),
      propagateAllChildVariables: back.some(all),
    });
    for (const [entries, side] of [
      [into, 'inputParameters'],
      [back, 'outputParameters'],
    ] as const)
      for (const entry of entries) {
        const mapping = mappingOf(entry);
        if (mapping) map(element, side, [mapping]);
        // instances are found by keys of their own, not by the key of a business object
        if (mapping || all(entry) || entry.businessKey !== undefined)
          said.takeExtension(entry);
      }
    said.take('inheritVariables');
    for (const binding of ['calledElementBinding', 'calledElementType'])
      if (/^(?:latest|deployment|key)$/.test(said.attribute(binding) ?? ''))
        said.take(binding);
  },
};

function mappingOf(
  entry: Moddle,
): { source: string; target: string } | undefined {
  const target = text(entry.target);
  const source = text(entry.source)
    ? text(entry.source)
    : feelOf(text(entry.sourceExpression));
  if (!target || !source || entry.local === 'true') return undefined;
  return { source: `=${source}`, target };
}
