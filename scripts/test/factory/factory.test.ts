import { after, before } from 'node:test';
import { badInput } from './badInput';
import { browser } from './browser';
import { catalog } from './catalog';
import { commandLine } from './commandLine';
import { startTestFactory, type TestFactory } from './context';
import { largeDrawings } from './largeDrawings';
import { modeling } from './modeling';
import { outage } from './outage';
import { processes } from './processes';
import { pullRequests } from './pullRequests';
import { search } from './search';
import { services } from './services';
import { template } from './template';

let running: TestFactory | undefined;
const factory = () => {
  if (!running) throw new Error('The factory has not started');
  return running;
};

before(async () => {
  running = await startTestFactory();
});
after(async () => {
  await running?.stop();
});

// purges the tenant, and so comes first
commandLine(factory);
badInput(factory);
largeDrawings(factory);
processes(factory);
catalog(factory);
search(factory);
template(factory);
services(factory);
modeling(factory);
pullRequests(factory);
browser(factory);
outage(factory);
