import { parseBpmn } from './parse';

/**
 * Says why a text is no BPMN drawing.
 *
 * @returns undefined where it is one
 */
export async function problemOfBpmn(xml: string): Promise<string | undefined> {
  const declaration = /<!(DOCTYPE|ENTITY)/i.exec(xml);
  if (declaration) {
    const line = xml.slice(0, declaration.index).split('\n').length;
    return `line ${line}: a ${declaration[1].toUpperCase()} declaration is not allowed in a drawing; remove it and write out what it stands for`;
  }
  try {
    await parseBpmn(xml);
    return undefined;
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    const place = /line: (\d+)\s+column: (\d+)/.exec((error as Error).message);
    return `${
      place
        ? `line ${Number(place[1]) + 1}, column ${Number(place[2]) + 1}: `
        : ''
    }this is no BPMN 2.0 XML (${reason}); export the drawing again as BPMN 2.0`;
  }
}
