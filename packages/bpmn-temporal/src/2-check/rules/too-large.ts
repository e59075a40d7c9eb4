import type { TextRule } from '../rule';

export const tooLarge: TextRule = {
  code: 'BT1001',
  severity: 'error',
  title: 'The drawing is larger than 4 MB',
  hint: 'Split it into several drawings, or take embedded pictures out.',
  *find(source) {
    const bytes = new TextEncoder().encode(source).length;
    if (bytes > limit)
      yield { message: `The drawing has ${bytes} bytes, more than ${limit}` };
  },
};

const limit = 4 * 1024 * 1024;
