import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import type { Step } from '../step';
import { cached } from '../tools/cached';
import { goProgram } from '../tools/go';
import { npmInstall } from '../tools/npm';

const RULES = '@secretlint/secretlint-rule-preset-recommend';

/** As the output came from the template: what was installed since is not looked at. */
export const gitleaks: Step = {
  name: 'gitleaks',
  async run({ dir }) {
    const program = await goProgram(
      'github.com/zricethezav/gitleaks/v8',
      'v8.30.1',
    );
    await call(program, [
      'dir',
      `${dir}.pristine`,
      '--no-banner',
      '--no-color',
      '--redact',
      '--verbose',
    ]);
  },
};

/** Finds addresses with passwords, which gitleaks does not. */
export const secretlint: Step = {
  name: 'secretlint',
  async run({ dir }) {
    const tool = await cached('secretlint-11.7.1', scratch =>
      npmInstall(scratch, ['secretlint@11.7.1', `${RULES}@11.7.1`]),
    );
    const rules = `${dir}.secretlint.json`;
    writeFileSync(rules, JSON.stringify({ rules: [{ id: RULES }] }));
    await call(
      join(tool, 'node_modules', '.bin', 'secretlint'),
      ['--secretlintrc', rules, '--maskSecrets', '**/*', '**/.*/**'],
      { cwd: `${dir}.pristine` },
    );
  },
};
