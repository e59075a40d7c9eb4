import type { Cases } from './case';

export const scopeCases: Cases = {
  eventSubProcessError: {
    title:
      'Event subprocess, error: ends the other tokens and completes the scope',
    process:
      'start s\nand f\nawait w timer PT30S\nend x error Bad\nend e\ns -> f\nf -> w\nf -> x\nw -> e\nesub h\nstart i error Bad\nend o\ni -> o\n}',
    elements: 'f h i i o s w x',
  },
  eventSubProcessBeside: {
    title: 'Event subprocess, timer: does not interrupt, more than once',
    process:
      'start s\nawait w timer PT8S\nend e\ns -> w -> e\nesub h\nstart* i timer R2/PT0.5S\nend o\ni -> o\n}',
    elements: 'e h h i i i i o o s w',
  },
  eventSubProcessNested: {
    title: 'Event subprocess in a subprocess: escalation of the inside',
    process:
      'start s\nsub a\nstart j\nemit t escalation Inner\nend x\nj -> t -> x\nesub h\nstart* i escalation Inner\nend o\ni -> o\n}\n}\nend e\ns -> a -> e',
    elements: 'a e h i i j o s t x',
  },
  eventSubProcessInterrupts: {
    title: 'Event subprocess, message: interrupts',
    process:
      'start s\nawait w timer PT30S\nend e\ns -> w -> e\nesub h\nstart i message Stop\nend o\ni -> o\n}',
    message: 'Stop',
    path: 's w h i i o',
  },
  compensateAll: {
    title: 'Compensation: thrown to all, the last first',
    process:
      'start s\njob a\njob b\nundo ua of a\nundo ub of b\nemit t compensate\nend e\ns -> a -> b -> t -> e',
    path: 's a b t ub ua e',
  },
  compensateOne: {
    title: 'Compensation: thrown to one activity',
    process:
      'start s\njob a\njob b\nundo ua of a\nundo ub of b\nemit t compensate a\nend e\ns -> a -> b -> t -> e',
    path: 's a b t ua e',
  },
  compensateOnce: {
    title: 'Compensation: what was undone is not undone again',
    process:
      'start s\njob a\nundo ua of a\nemit t compensate\nemit u compensate\nend e\ns -> a -> t -> u -> e',
    path: 's a t ua u e',
  },
  compensateInside: {
    title: 'Compensation of a subprocess: its activities are undone',
    process:
      'start s\nsub p\nstart i\njob a\njob b\nundo ua of a\nundo ub of b\nend o\ni -> a -> b -> o\n}\nemit t compensate\nend e\ns -> p -> t -> e',
    path: 's p i a b o t ub ua e',
  },
  compensateInstances: {
    title: 'Compensation of a multi-instance activity: each instance',
    process:
      'start s\njob a work | each==[1,2,3] seq\nundo ua of a\nemit t compensate\nend e\ns -> a -> t -> e',
    path: 's a t ua ua ua e',
  },
  compensationEventSubProcess: {
    title: 'Compensation event subprocess: sees the variables as they were',
    process:
      'start s\nsub p\nstart i\nend o\ni -> o\nesub h\nstart c compensate\nscript r seen =n\nend q\nc -> r -> q\n}\n}\nscript m n =2\nemit t compensate\nend e\ns -> p -> m -> t -> e',
    variables: { n: 1, seen: 0 },
    path: 's p i o m t h c c r q e',
    result: { n: 2 },
  },
  transactionCancelled: {
    title:
      'Transaction: cancel undoes what has completed, then its boundary event is taken',
    process:
      'start s\ntx p\nstart i\njob a\njob b\nundo ua of a\nundo ub of b\nend x cancel\ni -> a -> b -> x\n} transaction\non c p cancel -> q\nend q\nend e\ns -> p -> e',
    path: 's p i a b x ub ua c q',
  },
  transactionNested: {
    title:
      'Transaction: cancel in a nested subprocess reaches the transaction around',
    process:
      'start s\ntx p\nstart i\njob a\nundo ua of a\nsub z\nstart j\nend x cancel\nj -> x\n}\nend o\ni -> a -> z -> o\n} transaction\non c p cancel -> q\nend q\nend e\ns -> p -> e',
    path: 's p i a z j x ua c q',
  },
  transactionHazard: {
    title: 'Transaction: an error leaves it without compensation',
    process:
      'start s\ntx p\nstart i\njob a\nundo ua of a\nend x error Haz\ni -> a -> x\n} transaction\non c p error Haz -> q\nend q\nend e\ns -> p -> e',
    path: 's p i a x c q',
  },
  adHocParallel: {
    title: 'Ad-hoc subprocess: the chosen activities, with what follows them',
    process:
      'start s\nadhoc h =["a","c"]\ntask a\ntask b\ntask c\na -> b\n} adHocSubProcess\nend e\ns -> h -> e',
    elements: 'a b c e h s',
  },
  called: {
    title: 'A process that another one calls (not a case by itself)',
    process: 'start s\nscript a answer =n + 1\nend e\ns -> a -> e',
    variables: { n: 1 },
    result: { answer: 2 },
  },
  calledFails: {
    title: 'A process that ends with an error',
    process: 'start s\nend x error FromChild\ns -> x',
    fails: 'FromChild',
  },
  calledEscalates: {
    title: 'A process that escalates to its caller',
    process: 'start s\nemit t escalation Up\nend e\ns -> t -> e',
    path: 's t e',
  },
  callActivity: {
    title: 'Call activity: variables go down and come back',
    process: 'start s\ncall c called\nend e\ns -> c -> e',
    variables: { n: 41 },
    path: 's c e',
    result: { answer: 42 },
  },
  callActivityError: {
    title: 'Call activity: the error of the called process is caught at it',
    process:
      'start s\ncall c calledFails\non b c error FromChild -> q\nend q\nend e\ns -> c -> e',
    path: 's c b q',
  },
  callActivityEscalation: {
    title:
      'Call activity: the escalation of the called process is caught at it',
    process:
      'start s\ncall c calledEscalates\non* b c escalation Up -> q\nend q\nend e\ns -> c -> e',
    elements: 'b c e q s',
  },
  callActivityInstances: {
    title: 'Call activity, multi-instance: one process an item',
    process:
      'start s\ncall c called | each==[1,2] as=n collect=all:answer\nend e\ns -> c -> e',
    path: 's c e',
  },
};
