import { list, typeName } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { allElements } from '../../all-elements';
import { at, calledId, every, is, speaksZeebe, tell } from '../../model';
import type { Rule } from '../../rule';

export const referenceType: Rule = {
  code: 'BT2102',
  severity: 'error',
  title: 'A reference leads to an element of another type',
  hint: 'Let it refer to an element of the type that BPMN asks for there.',
  *find(parsed) {
    const referring = new Map<string, Reference[]>();
    for (const element of allElements(parsed)) {
      const own = referring.get(element.$type) ?? references(element);
      referring.set(element.$type, own);
      for (const { name, type } of own) {
        const value = element[name];
        if (value === undefined) continue;
        for (const target of Array.isArray(value) ? value : [value])
          if (isElement(target) && !fits(target, name, type))
            yield at(
              element,
              `${name} of ${tell(element)} is ${tell(
                target,
              )}, which is no ${type}`,
            );
      }
    }
    const ids = new Map<string, Moddle>();
    for (const element of allElements(parsed))
      if (element.id) ids.set(element.id, element);
    // Zeebe calls what is deployed, an import brings what is in another file
    const mayBeElsewhere =
      speaksZeebe(parsed) || list(parsed.definitions.imports).length > 0;
    for (const call of every(parsed, 'CallActivity')) {
      const target = ids.get(calledId(call));
      if (!target && call.calledElement && !mayBeElsewhere)
        yield at(
          call,
          `${tell(call)} calls ${call.calledElement}, which does not exist`,
        );
      if (target && !is(target, 'CallableElement'))
        yield at(
          call,
          `${tell(call)} calls ${tell(
            target,
          )}, which is neither a process nor a global task`,
        );
    }
  },
};

interface Reference {
  readonly name: string;
  readonly type: string;
}

/** The reader knows of each type which attributes are references, and to what. */
function references(element: Moddle): Reference[] {
  const { properties = [] } = (element.$descriptor ?? {}) as {
    properties?: { name: string; type: string; isReference?: boolean }[];
  };
  return properties
    .filter(({ isReference }) => isReference)
    .map(({ name, type }) => ({
      name: name.slice(name.indexOf(':') + 1),
      type: type.slice(type.indexOf(':') + 1),
    }));
}

function isElement(target: unknown): target is Moddle {
  return (
    typeof target === 'object' &&
    target !== null &&
    String((target as Moddle).$type).startsWith('bpmn:')
  );
}

function fits(target: Moddle, name: string, type: string): boolean {
  // table 10.60 says both set and data for these two, and tools write either
  if (name === 'inputDataRef' && typeName(target) === 'dataInput') return true;
  if (name === 'outputDataRef' && typeName(target) === 'dataOutput')
    return true;
  return type === 'Element' || is(target, type);
}
