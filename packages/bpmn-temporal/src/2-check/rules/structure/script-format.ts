import { text } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const scriptFormat: Rule = {
  code: 'BT2116',
  severity: 'error',
  title: 'A script does not say its language',
  hint: 'Give the task scriptFormat="…", or remove the script and let a job do it.',
  *find(parsed) {
    for (const [type, attribute] of [
      ['ScriptTask', 'scriptFormat'],
      ['GlobalScriptTask', 'scriptLanguage'],
    ] as const)
      for (const task of every(parsed, type))
        if (text(task.script).trim() && !text(task[attribute]))
          yield at(task, `${tell(task)} has a script, but no ${attribute}`);
  },
};
