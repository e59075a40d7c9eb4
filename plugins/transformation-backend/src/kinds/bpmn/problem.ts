import { problemOfDeclarations } from '../xml/declarations';
import { parseBpmn } from './parse';

/**
 * Says why a text is no BPMN drawing.
 *
 * @returns undefined where it is one
 */
export async function problemOfBpmn(xml: string): Promise<string | undefined> {
  const declared = problemOfDeclarations(xml);
  if (declared) return declared;
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
