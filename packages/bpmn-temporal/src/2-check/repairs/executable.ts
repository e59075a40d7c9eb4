import { list } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';

/** A tool for drawing alone does not say what is to be run: every process that has something to run is. */
export const executable: Repair = {
  codes: ['BT1101'],
  hint: 'Every process that has flow nodes is run.',
  mend(tree) {
    const processes = tree.all('Process');
    const full = processes.filter(hasNodes);
    const run = full.length ? full : processes.slice(0, 1);
    for (const process of run) set(process, 'isExecutable', true);
    return run.length > 0;
  },
};

/** A pool that is drawn closed has a process without anything in it. */
function hasNodes(process: Moddle): boolean {
  return list(process.flowElements).some(element => is(element, 'FlowNode'));
}
