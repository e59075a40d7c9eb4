import { drop, set } from '../change';
import { list, text } from '../moddle';
import type { Moddle } from '../moddle';

/** Namespaces of engines that read BPMN with extensions of the same making: one was made from the other. */
const engines =
  /^https?:\/\/(?:www\.)?(?:camunda\.(?:org|com)\/schema\/1\.0\/bpmn|flowable\.org\/bpmn|activiti\.(?:org|com)\/bpmn(?:20)?)\/?$/;

/** Namespaces of tools whose extensions say how a drawing looks and is described, and never what is done. */
const drawingTools =
  /signavio|bizagi|trisotech|yaoqiang|bpmn\.sourceforge|sparxsystems|visual-paradigm|adonis|\/aris|camunda\.org\/schema\/modeler|bpmn\.io\/schema\/bpmn\/biocolor|omg\.org\/spec\/BPMN\/non-normative\/color/i;

/** The prefixes that stand for such an engine in the text. */
export function enginePrefixes(source: string): Set<string> {
  return prefixesOf(source, engines);
}

/** The prefixes of tools for drawing. */
export function drawingPrefixes(source: string): Set<string> {
  return prefixesOf(source, drawingTools);
}

function prefixesOf(source: string, namespaces: RegExp): Set<string> {
  const declared = source.matchAll(
    /\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  );
  return new Set(
    [...declared].flatMap(([, prefix = '', double, single]) =>
      namespaces.test(double ?? single ?? '') ? [prefix] : [],
    ),
  );
}

/** What an engine's extensions say of one element; what is taken is carried over, and no longer there. */
export interface Said {
  readonly element: Moddle;
  /** The attribute without its prefix. */
  attribute(name: string): string | undefined;
  take(...names: string[]): void;
  /** The extension elements of a name. */
  extensions(name: string): Moddle[];
  takeExtension(extension: Moddle): void;
}

export function saidOf(element: Moddle, prefixes: ReadonlySet<string>): Said {
  const keys = new Map(
    Object.keys(element.$attrs ?? {}).flatMap(key => {
      const [prefix = '', name = ''] = key.split(':');
      return prefixes.has(prefix) ? [[name, key] as const] : [];
    }),
  );
  const holder = element.extensionElements as Moddle | undefined;
  return {
    element,
    attribute: name => {
      const key = keys.get(name);
      const value = key === undefined ? '' : text(element.$attrs?.[key]).trim();
      return value || undefined;
    },
    take: (...names) => {
      for (const name of names) {
        const key = keys.get(name);
        if (key !== undefined && element.$attrs)
          set(element.$attrs as Moddle, key, undefined);
      }
    },
    extensions: name => list(holder?.values).filter(isNamed(prefixes, name)),
    takeExtension: extension => {
      if (holder) drop(holder, 'values', extension);
    },
  };
}

/** Elements inside of an extension element, which the reader keeps as they are. */
export function children(
  extension: Moddle,
  name: string,
  prefixes: ReadonlySet<string>,
): Moddle[] {
  return list(extension.$children).filter(isNamed(prefixes, name));
}

export function bodyOf(extension: Moddle): string {
  return text(extension.$body).trim();
}

function isNamed(
  prefixes: ReadonlySet<string>,
  wanted: string,
): (element: Moddle) => boolean {
  return ({ $type }) => {
    const [prefix = '', name = ''] = $type.split(':');
    return prefixes.has(prefix) && name === wanted;
  };
}
