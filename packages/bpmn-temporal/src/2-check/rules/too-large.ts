import type { TextRule } from '../rule';
import { MAX_SOURCE_BYTES, bytesOf } from '../../sourceLimit';

export const tooLarge: TextRule = {
  code: 'BT1001',
  severity: 'error',
  title: 'The drawing is larger than 10 MiB',
  hint: 'Split it into several drawings, or take embedded pictures out.',
  *find(source) {
    const bytes = bytesOf(source);
    if (bytes > MAX_SOURCE_BYTES) {
      yield {
        message: `The drawing has ${bytes} bytes, more than ${MAX_SOURCE_BYTES}`,
      };
    }
  },
};
