import type { Element } from '@xmldom/xmldom';
import { childElements } from '../xml/keyedTree';

/** Of the Open Group's exchange format for ArchiMate 3. */
export const NAMESPACE = 'http://www.opengroup.org/xsd/archimate/3.0/';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const ID = 'identifier';

/** The elements of this name directly below one; none where there is none. */
export function named(element: Element | undefined, name: string): Element[] {
  return element
    ? childElements(element).filter(({ localName }) => localName === name)
    : [];
}
