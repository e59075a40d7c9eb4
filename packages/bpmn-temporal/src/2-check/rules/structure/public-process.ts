import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const publicProcess: Rule = {
  code: 'BT2112',
  severity: 'error',
  title: 'A public process is executable',
  hint: 'Only private processes are executed: set processType="Private", or leave it out.',
  *find(parsed) {
    for (const process of every(parsed, 'Process'))
      if (process.processType === 'Public' && process.isExecutable === true)
        yield at(process, `${tell(process)} is public and executable`);
  },
};
