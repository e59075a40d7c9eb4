/** Tags with an id; comments and CDATA are passed over. */
const tagged =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|(<[A-Za-z_][^<>]*?\sid\s*=\s*)(?:"([^"<]*)"|'([^'<]*)')/g;

/** What refers to an id: attributes, and elements that hold nothing else. */
const references =
  /(\s(?:id|default|bpmnElement|calledElement|\w*Ref)\s*=\s*)(?:"([^"<]*)"|'([^'<]*)')|(<(?:[\w.-]+:)?(?:incoming|outgoing|\w+Refs?)>\s*)([^<]*?)(\s*<\/)/g;

/** As the reader wants them; it leaves out an element whose id is none. */
const legal = /^(?:[a-z][\w.-]*:)?[a-z_][\w.-]*$/i;

/** The text with ids that XML allows, where it begins them with a digit or has signs and spaces in them. */
export function legalIds(source: string): string {
  const ids = idsOf(source);
  const renamed = new Map<string, string>();
  for (const id of [...ids].filter(one => one && !legal.test(one)))
    renamed.set(id, fresh(`_${id.replace(/[^\w.-]/g, '_')}`, ids));
  if (!renamed.size) return source;
  return source.replace(
    references,
    (
      all: string,
      attribute: string | undefined,
      double: string | undefined,
      single: string | undefined,
      open: string | undefined,
      held: string | undefined,
      close: string | undefined,
    ) => {
      const id = renamed.get(double ?? single ?? held ?? '');
      if (id === undefined) return all;
      return attribute === undefined
        ? `${open}${id}${close}`
        : `${attribute}"${id}"`;
    },
  );
}

/** The text with every id there once: the second of two gets a number. What refers to the id means the first. */
export function uniqueIds(source: string): string {
  const ids = idsOf(source);
  const seen = new Set<string>();
  return source.replace(
    tagged,
    (all: string, tag?: string, double?: string, single?: string) => {
      const id = double ?? single;
      if (!tag || id === undefined) return all;
      if (!seen.has(id)) {
        seen.add(id);
        return all;
      }
      return `${tag}"${fresh(id, ids)}"`;
    },
  );
}

function idsOf(source: string): Set<string> {
  const ids = new Set<string>();
  for (const [, tag, double, single] of source.matchAll(tagged))
    if (tag) ids.add(double ?? single ?? '');
  return ids;
}

/** The id, or one with a number behind it that is not there yet. */
function fresh(base: string, ids: Set<string>): string {
  let id = base;
  for (let nth = 2; ids.has(id); nth += 1) id = `${base}_${nth}`;
  ids.add(id);
  return id;
}
