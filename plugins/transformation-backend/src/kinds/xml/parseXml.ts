import { DOMParser, type Document } from '@xmldom/xmldom';

/** Reads XML. @throws Error that names line and column */
export function parseXml(xml: string): Document {
  return new DOMParser({
    onError: (level, message, context) => {
      if (level === 'warning') return;
      const { lineNumber, columnNumber } = (context?.locator ?? {}) as {
        lineNumber?: number;
        columnNumber?: number;
      };
      throw new Error(
        `line ${lineNumber ?? 1}, column ${
          columnNumber ?? 1
        }: this is no XML (${message})`,
      );
    },
  }).parseFromString(xml, 'text/xml');
}
