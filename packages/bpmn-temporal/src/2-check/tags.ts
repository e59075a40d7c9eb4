/** A tag of the text; for what the reader keeps silent about, such as a second child where one may be. */
export interface Tag {
  /** Without the prefix. */
  readonly name: string;
  readonly id: string | undefined;
  readonly parent: Tag | undefined;
}

const pattern =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/g;

/** The tags of well-formed XML in the order of the text. */
export function* tags(source: string): Generator<Tag> {
  let parent: Tag | undefined;
  for (const [, closing, name, attributes = '', empty] of source.matchAll(
    pattern,
  )) {
    if (!name) continue;
    if (closing) {
      parent = parent?.parent;
      continue;
    }
    const id = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    const tag: Tag = { name, id: id?.[1] ?? id?.[2], parent };
    yield tag;
    if (!empty) parent = tag;
  }
}
