import type { Cases } from './case';

const inside = 'start i\nawait w timer PT30S\nend o\ni -> w -> o';

export const eventCases: Cases = {
  linkEvents: {
    title: 'Link events: the token goes on at the link of the same name',
    process: 'start s\nemit t link L\nawait c link L\nend e\ns -> t\nc -> e',
    path: 's t c e',
  },
  signalWithin: {
    title: 'Signal: thrown in a parallel branch, caught in another',
    process:
      'start s\nand f\nawait c signal SigA\nawait w timer PT0.5S\nemit t signal SigA\nend e\nend q\ns -> f\nf -> c\nf -> w\nw -> t -> q\nc -> e',
    elements: 'c e f q s t w',
  },
  signalIsNotKept: {
    title: 'Signal: one that was thrown before is not kept',
    process:
      'start s\nemit t signal SigB\nawait c signal SigB\nend e\ns -> t -> c -> e',
    waits: 'c',
  },
  signalBoundary: {
    title: 'Signal boundary event, interrupting',
    process: `start s\nand f\nsub a\n${inside}\n}\nawait w2 timer PT0.5S\nemit t signal SigC\non b a signal SigC -> q\nend q\nend e\nend r\ns -> f\nf -> a\nf -> w2\nw2 -> t -> r\na -> e`,
    elements: 'a b f i q r s t w w2',
  },
  signalBoundaryBeside: {
    title: 'Signal boundary event, not interrupting',
    process:
      'start s\nsub a\nstart i\nemit t signal SigD\nend o\ni -> t -> o\n}\non* b a signal SigD -> q\nend q\nend e\ns -> a -> e',
    elements: 'a b e i o q s t',
  },
  conditionBecomesTrue: {
    title: 'Conditional catch event: a write in another branch makes it true',
    process:
      'start s\nand f\nawait c if =n > 1\nscript n1 n =2\nend e\nend q\ns -> f\nf -> c\nf -> n1\nn1 -> q\nc -> e',
    variables: { n: 0 },
    elements: 'c e f n1 q s',
  },
  conditionalBoundary: {
    title:
      'Conditional boundary event, not interrupting, each time it becomes true',
    process:
      'start s\nsub a\nstart i\nscript x1 n =2\nscript x2 n =0\nscript x3 n =5\nend o\ni -> x1 -> x2 -> x3 -> o\n}\non* b a if =n > 1 -> q\nend q\nend e\ns -> a -> e',
    variables: { n: 0 },
    elements: 'a b b e i o q q s x1 x2 x3',
  },
  escalationGoesOn: {
    title:
      'Escalation: a boundary event that does not interrupt lets the thrower go on',
    process:
      'start s\nsub a\nstart i\nemit t escalation Esc\ntask x\nend o\ni -> t -> x -> o\n}\non* b a escalation Esc -> q\nend q\nend e\ns -> a -> e',
    elements: 'a b e i o q s t x',
  },
  escalationInterrupts: {
    title: 'Escalation: an interrupting boundary event ends the thrower',
    process:
      'start s\nsub a\nstart i\nemit t escalation Esc\ntask x\nend o\ni -> t -> x -> o\n}\non b a escalation Esc -> q\nend q\nend e\ns -> a -> e',
    path: 's a i t b q',
  },
  escalationUncaught: {
    title: 'Escalation: nobody catches it, and the process goes on',
    process: 'start s\nemit t escalation Lost\nend e\ns -> t -> e',
    path: 's t e',
  },
  multipleAny: {
    title: 'Multiple catch event: any of its triggers',
    process:
      'start s\nawait c signal Never1 & timer PT0.5S\nend e\ns -> c -> e',
    path: 's c e',
  },
  multipleAll: {
    title: 'Parallel multiple catch event: all of its triggers',
    process:
      'start s\nand f\nawait+ c signal BothA & signal BothB\nawait w timer PT0.3S\nemit t signal BothA\nemit u signal BothB\nend e\nend q\ns -> f\nf -> c\nf -> w\nw -> t -> u -> q\nc -> e',
    elements: 'c e f q s t u w',
  },
  multipleThrow: {
    title: 'Multiple throw event: all of its definitions',
    process:
      'start s\nsub a\nstart i\nemit t escalation M1 & signal M2\nend o\ni -> t -> o\n}\non* b a escalation M1 -> q\non* d a signal M2 -> r\nend q\nend r\nend e\ns -> a -> e',
    elements: 'a b d e i o q r s t',
  },
  messageCaught: {
    title: 'Message catch event: published by name and key',
    process: 'start s\nawait c message MsgA\nend e\ns -> c -> e',
    message: 'MsgA',
    path: 's c e',
  },
  messageBoundary: {
    title: 'Message boundary event, interrupting',
    process: `start s\nsub a\n${inside}\n}\non b a message MsgB -> q\nend q\nend e\ns -> a -> e`,
    message: 'MsgB',
    path: 's a i w b q',
  },
  errorCodeBeforeAll: {
    title:
      'Error: the boundary event for the code comes before the one for all',
    process:
      'start s\njob a fail\non b a error CODE -> q\non d a error -> r\nend q\nend r\nend e\ns -> a -> e',
    path: 's a b q',
  },
  errorPropagates: {
    title: 'Error: goes up to the nearest scope that catches it',
    process:
      'start s\nsub a\nstart i\nsub b\nstart j\nend x error DEEP\nj -> x\n}\nend o\ni -> b -> o\n}\non c a error DEEP -> q\nend q\nend e\ns -> a -> e',
    path: 's a i b j x c q',
  },
};
