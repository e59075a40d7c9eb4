import { executableProcesses } from '../../1-parse';
import type { Rule } from '../rule';

export const noExecutableProcess: Rule = {
  code: 'BT1101',
  severity: 'error',
  title: 'There is no executable process',
  hint: 'Set isExecutable="true" on the process that is to be run.',
  *find(parsed) {
    if (executableProcesses(parsed.definitions).length === 0)
      yield { message: 'The drawing has no process with isExecutable="true"' };
  },
};
