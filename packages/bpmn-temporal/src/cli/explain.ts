import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from './sarif';
import { readArguments, readJson, UsageError } from './usage';

export const explain = {
  help: `bpmn-temporal explain CODE|ELEMENT|FILE:LINE

  CODE               what the code of a diagnostic means, and what to do
  ELEMENT            where the element of the drawing is in the project
  FILE:LINE          which element a line of the project is
  --in DIR           the project; the current folder unless it is said
`,
  async run(args: string[]): Promise<number> {
    const { values, positionals } = readArguments(args, {
      in: { type: 'string', default: '.' },
    });
    const [what, ...more] = positionals;
    if (what === undefined || more.length)
      throw new UsageError('Say one code, element or FILE:LINE');
    const lines = /^BT\d+$/i.test(what)
      ? aboutCode(what.toUpperCase())
      : aboutElement(what, values.in);
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

function aboutCode(wanted: string): string[] {
  const rule = allRules().find(({ code }) => code === wanted);
  if (!rule)
    throw new UsageError(
      `There is no code ${wanted}; the README of @ameide/bpmn-temporal lists them`,
    );
  return [`${rule.code} (${rule.severity}): ${rule.title}`, rule.hint];
}

/** elements.map.json: where each element is. */
type ElementMap = Readonly<
  Record<string, readonly { readonly path: string; readonly line: number }[]>
>;

function aboutElement(what: string, folder: string): string[] {
  const file = join(folder, 'elements.map.json');
  if (!existsSync(file))
    throw new UsageError(
      `${folder} is no compiled project: it has no elements.map.json. Say where it is: --in DIR`,
    );
  const map = readJson(file) as ElementMap;
  const [, path, line] = /^(.+):(\d+)$/.exec(what) ?? [];
  const found =
    path === undefined
      ? (map[what] ?? []).map(place => `${place.path}:${place.line}`)
      : elementsAt(map, path, Number(line));
  if (!found.length)
    throw new UsageError(`Nothing is known of ${what} in ${folder}`);
  return found;
}

/** The elements of a line; else those of the nearest line above, inside of which it is. */
function elementsAt(map: ElementMap, path: string, line: number): string[] {
  const places = Object.entries(map).flatMap(([id, all]) =>
    all
      .filter(place => place.path === path && place.line <= line)
      .map(place => ({ id, line: place.line })),
  );
  const nearest = Math.max(...places.map(place => place.line));
  return [
    ...new Set(
      places.filter(place => place.line === nearest).map(({ id }) => id),
    ),
  ];
}
