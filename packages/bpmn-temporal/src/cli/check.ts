import type { Diagnostic } from '../types';
import { compileFile, compileHelp, compileOptions, lineOf } from './compiling';
import { sarif } from './sarif';
import { readArguments, UsageError } from './usage';

export interface Checked {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

export const check = {
  help: `bpmn-temporal check FILE…

  --format FORMAT    text (default), json, or sarif for code scanning
  --warnings         warnings count as errors
${compileHelp}`,
  async run(args: string[]): Promise<number> {
    const { values, positionals: files } = readArguments(args, {
      ...compileOptions,
      format: { type: 'string', default: 'text' },
      warnings: { type: 'boolean', default: false },
    });
    if (!files.length) throw new UsageError('Say which drawings: FILE…');
    const format = Object.hasOwn(formats, values.format)
      ? formats[values.format]
      : undefined;
    if (!format)
      throw new UsageError(
        `There is no format ${values.format}: text, json and sarif are known`,
      );
    const checked: Checked[] = [];
    for (const [nth, file] of files.entries()) {
      if (files.length > 1)
        process.stderr.write(`[${nth + 1}/${files.length}] ${file}\n`);
      const { diagnostics } = await compileFile(file, values);
      checked.push({ file, diagnostics });
    }
    process.stdout.write(format(checked));
    const counted = values.warnings ? ['error', 'warning'] : ['error'];
    return checked.some(({ diagnostics }) =>
      diagnostics.some(({ severity }) => counted.includes(severity)),
    )
      ? 1
      : 0;
  },
};

const formats: Readonly<Record<string, (checked: Checked[]) => string>> = {
  text: checked =>
    checked
      .map(({ file, diagnostics }) =>
        diagnostics.length
          ? diagnostics.map(one => `${lineOf(file, one)}\n`).join('')
          : `${file}: nothing to complain of\n`,
      )
      .join(''),
  json: checked => `${JSON.stringify({ files: checked }, null, 2)}\n`,
  sarif: checked => `${JSON.stringify(sarif(checked), null, 2)}\n`,
};
