import type { Block } from '../../3-structure/statements';
import { commentText, identifiers } from '../code';
import type { Identifiers } from '../code';
import type { Writer } from '../writer';

/** How the body of a workflow names its elements. */
export interface Names {
  /** The constant of an element's definition. */
  readonly element: (id: string) => string;
  /** A label for the loop or block at this element. */
  readonly label: (id: string) => string;
  /** What a reader should see beside an id: the name of a flow or event. */
  readonly caption: (id: string) => string;
  /** Notes that a runtime function is used, and answers its name. */
  readonly use: (runtimeFunction: string) => string;
}

export function labelsOf(nameOf: (id: string) => string): Names['label'] {
  const labels = new Map<string, string>();
  const unique: Identifiers = identifiers([]);
  return id => {
    const plain = id.replace(/\/(fork|joined|copy\d+)$/, '');
    const label = labels.get(id) ?? unique([nameOf(plain), plain]);
    labels.set(id, label);
    return label;
  };
}

/** What writes the body of a workflow: how things are named, where the lines go, and how what stands inside is written. */
export interface Pen extends Names {
  readonly writer: Writer;
  readonly write: (block: Block) => void;
}

/** A comment with the name of a flow or event, behind a line that has its id. */
export function captionOf(pen: Names, id: string | undefined): string {
  const caption = id === undefined ? '' : pen.caption(id);
  return caption ? `  // ${commentText(caption)}` : '';
}
