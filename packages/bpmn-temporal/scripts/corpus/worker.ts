import { compileOne } from './compile-one';
import { checkTypes } from './type-check';
import type { Task } from './verdict';

/** A process of its own, so that one drawing can neither stop the others nor take their memory. */
process.on('message', (task: Task | Record<string, string>[]) => {
  if (Array.isArray(task)) process.send?.({ answer: checkTypes(task) });
  else
    compileOne(task).then(
      answer => process.send?.({ answer }),
      error => {
        throw error;
      },
    );
});
process.on('disconnect', () => process.exit());
