import { zeebeAt } from '../packages/bpmn-temporal/scripts/zeebe/rest';
import { drawingOf, type Served } from './twins-served';

/** So many requests wait for jobs at a time. */
const WORKERS = 4;

/** A worker for the jobs of the drawing and a client of Zeebe, over its REST API. */
export async function onZeebe(
  address: string,
  name: string,
  processId: string,
): Promise<Served> {
  const zeebe = zeebeAt(address);
  await zeebe.deploy(`${name}.bpmn`, drawingOf(name));
  let stopped = false;
  const work = async () => {
    while (!stopped)
      for (const job of await zeebe.activate('things.do', 1_000))
        void zeebe.complete(job, { done: true });
  };
  const workers = Promise.all(Array.from({ length: WORKERS }, work));
  return {
    async run() {
      await zeebe.start(processId, { thing: 'it' }, true);
    },
    async stop() {
      stopped = true;
      await workers;
    },
  };
}
