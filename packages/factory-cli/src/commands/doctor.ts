import { Command } from 'commander';
import type { Check } from '@ameide/plugin-transformation-common';
import { connect } from '../connection';
import { Failure } from '../failure';
import { print, table } from '../output';

const MARKS: Record<Check['status'], string> = {
  ok: '✓',
  warning: '!',
  failed: '✗',
};

/** `factory doctor` */
export function doctor(): Command {
  return new Command('doctor')
    .description('looks at everything that the factory needs')
    .addHelpText(
      'after',
      '\nExample:\n  factory doctor\n\nThe exit code is 1 where something has failed.',
    )
    .action(async (_options, command: Command) => {
      const { api, url, tenant } = connect();
      const { items } = await api.listChecks(tenant);
      const answers: Check = {
        name: 'factory',
        status: 'ok',
        detail: `${url}, tenant ${tenant}`,
      };
      const checks = [answers, ...items];
      print(command, checks, reportOf(checks));
      const failed = checks.filter(({ status }) => status === 'failed');
      if (failed.length) {
        throw new Failure(
          `Failed: ${failed.map(({ name }) => name).join(', ')}`,
        );
      }
    });
}

function reportOf(checks: Check[]): string {
  const lines = table(
    checks.map(({ name, status, detail }) => [MARKS[status], name, detail]),
  ).split('\n');
  return checks
    .map(({ remedy }, index) =>
      remedy ? `${lines[index]}\n   ${remedy}` : lines[index],
    )
    .join('\n');
}
