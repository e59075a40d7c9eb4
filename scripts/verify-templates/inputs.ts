import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../factory/paths';
import { Problem } from '../factory/problem';
import type { VerifyArguments } from './arguments';

/** One parameter file: the `values` of a scaffolder task. */
export interface Input {
  template: string;
  language: string;
  /** Name of the file, without its end. */
  name: string;
  values: Record<string, unknown>;
  /** The template has to refuse it. */
  refused: boolean;
}

const file = z
  .looseObject({
    expect: z.literal('refused').optional(),
    /** In place of `drawing`: where the drawing lies, from the parameter file on. */
    drawingFile: z.string().optional(),
  })
  .transform(({ expect, drawingFile, ...values }) => ({
    refused: !!expect,
    drawingFile,
    values,
  }));

/**
 * The parameter files that are asked for, ours first.
 *
 * @throws Problem where there is none, or one cannot be read
 */
export function readInputs({
  template,
  language,
  inputs,
}: VerifyArguments): Input[] {
  if (template && !existsSync(templateFile(template))) {
    throw new Problem(
      `There is no template ${template}; there are ${readdirSync(
        join(ROOT, 'templates'),
      ).join(', ')}`,
    );
  }
  if (inputs && !existsSync(inputs)) {
    throw new Problem(`There is no folder ${inputs}`);
  }
  const found = [join(__dirname, 'inputs'), ...(inputs ? [inputs] : [])]
    .flatMap(readFolder)
    .filter(
      input =>
        (!template || input.template === template) &&
        (!language || input.language === language),
    );
  if (!found.length) throw new Problem('No parameter file fits');
  return found;
}

export const templateFile = (template: string) =>
  join(ROOT, 'templates', template, 'template.yaml');

function readFolder(dir: string): Input[] {
  return readdirSync(dir)
    .sort()
    .flatMap(template => {
      if (!existsSync(templateFile(template))) {
        throw new Problem(`${join(dir, template)} is for no template of ours`);
      }
      return readdirSync(join(dir, template))
        .filter(name => name.endsWith('.yaml'))
        .sort()
        .flatMap(name => readInput(template, join(dir, template, name)));
    });
}

/** A file that names no language stands for one of each that the template has. */
function readInput(template: string, path: string): Input[] {
  const result = file.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Problem(`${path}: ${result.error.message}`);
  const { refused, drawingFile, ...read } = result.data;
  const drawing = drawingFile && resolve(path, '..', drawingFile);
  if (drawing && !existsSync(drawing)) {
    throw new Problem(`${path}: drawingFile: there is no ${drawing}`);
  }
  const values = drawing
    ? { ...read.values, drawing: readFileSync(drawing, 'utf8') }
    : read.values;
  const name = path.replace(/^.*[\\/]|\.yaml$/g, '');
  const offered = languagesOf(template);
  if (values.language !== undefined || !offered.length) {
    const language = String(values.language ?? 'typescript');
    return [{ template, language, name, values, refused }];
  }
  return offered.map(language => ({
    template,
    language,
    name,
    values: { ...values, language },
    refused,
  }));
}

const page = z.object({
  properties: z.object({
    language: z.object({ enum: z.array(z.string()) }).optional(),
  }),
});

/** What can be chosen from; nothing where the template knows one language. */
function languagesOf(template: string): string[] {
  const { spec } = parse(readFileSync(templateFile(template), 'utf8'));
  return z
    .array(page)
    .parse(spec.parameters)
    .flatMap(({ properties }) => properties.language?.enum ?? []);
}
