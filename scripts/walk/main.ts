import { writeFileSync } from 'node:fs';
import { readSettings } from '../factory/paths';
import { signIn } from '../factory/person';
import { runScript } from '../factory/problem';
import { urlOf } from '../start/backend';
import { readArguments } from './arguments';
import { newReport } from './report';
import { walk } from './walk';

void runScript(async () => {
  const args = readArguments(process.argv.slice(2));
  const url = urlOf(readSettings());
  const architect = await signIn(url, 'user:demo/ada');
  const approver = await signIn(url, 'user:demo/ben');
  const report = newReport(args.file);
  try {
    await walk(args, architect, approver, report);
    process.stdout.write(
      `\npath: ${report.path.join(' → ')}\nvariables: ${JSON.stringify(
        report.variables,
      )}\n`,
    );
    return 0;
  } catch {
    // the step that failed has said why
    return 1;
  } finally {
    if (args.json)
      writeFileSync(args.json, `${JSON.stringify(report, null, 2)}\n`);
  }
});
