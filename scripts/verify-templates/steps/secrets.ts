import { call } from '../call';
import type { Step } from '../step';
import { goProgram } from '../tools/go';

/** As the output came from the template: what was installed since is not looked at. */
export const secrets: Step = {
  name: 'no secrets',
  async run({ dir }) {
    const gitleaks = await goProgram(
      'github.com/zricethezav/gitleaks/v8',
      'v8.30.1',
    );
    await call(gitleaks, ['dir', `${dir}.pristine`, '--no-banner', '--redact']);
  },
};
