import type { File, Template } from '../scaffolder';

/** Where a newer template and an engineer meet in a file of the skeleton. */
const CONTESTED = 4;

/** Files of the skeleton that reach the output as they are, by their paths in the output. */
export interface Subjects {
  /** Changed by an engineer and by the newer template, in different places. */
  both: string;
  /** Changed by an engineer alone. */
  byHand: string;
  /** Changed by an engineer and by the newer template, in one place. */
  contested: string;
}

/** `typescript/src/main.ts` of a template is `src/main.ts` of an output. */
const inOutput = (path: string) => path.replace(/^[^/]+\//, '');

/** @throws Error where the template has too few files that a newer version could change */
export function subjectsOf(template: Template, output: File[]): Subjects {
  const made = new Map(output.map(({ path, content }) => [path, content]));
  const [both, byHand, contested] = template.files
    .filter(
      ({ path, content }) =>
        made.get(inOutput(path))?.equals(content) &&
        !/lock|LICENSE|third_party/.test(path) &&
        content.toString().split('\n').length > 3 * CONTESTED,
    )
    .map(({ path }) => inOutput(path))
    .sort();
  if (contested) return { both, byHand, contested };
  throw new Error('Too few files of the template reach the output as they are');
}

/** The next version of the template. */
export function newerTemplate(template: Template, of: Subjects): Template {
  return {
    text: template.text.replaceAll('version: 0.1.0', 'version: 0.2.0'),
    files: template.files.map(({ path, content }) => ({
      path,
      content: [of.both, of.contested].includes(inOutput(path))
        ? withLine(content, CONTESTED, 'newer')
        : content,
    })),
  };
}

/** What an engineer has made of an output. */
export function editedByHand({ path, content }: File, of: Subjects): File {
  if (path === of.both) {
    return { path, content: withLine(content, -2, 'by hand') };
  }
  return [of.byHand, of.contested].includes(path)
    ? { path, content: withLine(content, CONTESTED, 'by hand') }
    : { path, content };
}

function withLine(content: Buffer, at: number, text: string): Buffer {
  const lines = content.toString().split('\n');
  return Buffer.from(lines.with(at, `${lines.at(at)} ${text}`).join('\n'));
}
