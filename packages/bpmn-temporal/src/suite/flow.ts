import type { Cases } from './case';

const loop =
  'xor x default=x_m\njob a\nend e\nxor m\ns -> m\nm -> a\na -> x\nx -> e if =n >= 3';
export const flowCases: Cases = {
  sequence: {
    title: 'Sequence flow',
    process: 'start s\njob a\nend e\ns -> a\na -> e',
    path: 's a e',
    ended: 'e',
  },
  choice: {
    title: 'Exclusive gateway: a condition holds',
    process:
      'start s\nxor x default=x_b\njob a\njob b\nend e\ns -> x\nx -> a if =n > 1\nx -> b\na -> e\nb -> e',
    variables: { n: 2 },
    path: 's x a e',
  },
  otherwise: {
    title: 'Exclusive gateway: the default flow',
    process:
      'start s\nxor x default=x_b\njob a\njob b\nend e\ns -> x\nx -> a if =n > 1\nx -> b\na -> e\nb -> e',
    variables: { n: 1 },
    path: 's x b e',
  },
  firstOfTwo: {
    title: 'Exclusive gateway: the first of two conditions that hold',
    process:
      'start s\nxor x\nend a\nend b\ns -> x\nx -> a if =true\nx -> b if =true',
    path: 's x a',
    ended: 'a',
  },
  looping: {
    title: 'A flow back: a loop',
    process: `start s\n${loop.replace('job a', 'script a n =n + 1')}\nx -> m`,
    variables: { n: 0 },
    path: 's m a x m a x m a x e',
    result: { n: 3 },
  },
  parallel: {
    title: 'Parallel gateway: fork and join',
    process:
      'start s\nand f\njob a\njob b\nand j\nend e\ns -> f\nf -> a\nf -> b\na -> j\nb -> j\nj -> e',
    path: 's f a b j e',
  },
  twoEnds: {
    title: 'Parallel branches that end by themselves',
    process:
      'start s\nand f\njob a\nend e\nend g\ns -> f\nf -> a\nf -> g\na -> e',
    path: 's f a g e',
  },
  multiMerge: {
    title: 'Several tokens through an uncontrolled merge',
    process:
      'start s\nand f\njob a\njob b\njob c\nend e\ns -> f\nf -> a\nf -> b\na -> c\nb -> c\nc -> e',
    elements: 'a b c c e e f s',
  },
  implied: {
    title: 'Several flows from an activity: a fork',
    process:
      'start s\njob a\njob b\njob c\nend e\ns -> a\ns -> b\na -> c\nb -> c\nc -> e',
    elements: 'a b c c e e s',
  },
  crosswise: {
    title: 'A join across branches: a token region',
    process:
      'start s\nand f\njob a\njob b\nand g\nand h\njob c\nand j\njob z\nend e\ns -> f\nf -> a\nf -> b\na -> g\ng -> h\ng -> j\nb -> h\nh -> c\nc -> j\nj -> z\nz -> e',
    ended: 'e',
  },
  stuckJoin: {
    title: 'A join that waits for ever is shown as stuck',
    process:
      'start s\nxor x default=x_b\njob a\njob b\nand j\nend e\ns -> x\nx -> a if =true\nx -> b\na -> j\nb -> j\nj -> e',
    waits: 'j',
  },
  twoEntries: {
    title: 'A loop with two entries: a token region',
    process:
      'start s\nxor x default=x_b\nscript a n =n + 1\njob b\nxor y default=y_a\njob c\nend e\ns -> x\nx -> a if =true\nx -> b\na -> b\nb -> y\ny -> c if =n > 2\ny -> a\nc -> e',
    variables: { n: 0 },
    path: 's x a b y a b y a b y c e',
  },
  terminated: {
    title: 'Terminate end event',
    process:
      'start s\nand f\nwait w PT1H\nterminate t\nend e\ns -> f\nf -> w\nf -> t\nw -> e',
    path: 's f w t',
    ended: 't',
  },
  errorEnd: {
    title: 'Error end event that nobody catches fails the instance',
    process:
      'start s\nand f\nwait w PT1H\nthrow t E\nend e\ns -> f\nf -> w\nf -> t\nw -> e',
    fails: 'CODE',
  },
  errorFromInside: {
    title: 'Error boundary event of a subprocess',
    process:
      'start s\nsub b\nstart i\nthrow o E\ni -> o\n}\nend e\nerror c on b E -> h\njob h\nend q\ns -> b\nb -> e\nh -> q',
    path: 's b i o c h q',
    ended: 'q',
  },
  errorFromJob: {
    title: 'Error boundary event: a job throws, with variables',
    process:
      'start s\njob a fail\nend e\nerror c on a E -> q\nend q\ns -> a\na -> e',
    path: 's a c q',
    result: { why: 'no stock' },
  },
  terminatesInside: {
    title: 'Terminate end event in a subprocess ends that',
    process:
      'start s\nsub b\nstart i\nand f\nwait w PT1H\nterminate t\ni -> f\nf -> w\nf -> t\nend x\nw -> x\n}\nend e\ns -> b\nb -> e',
    path: 's b i f w t e',
    ended: 'e',
  },
  interrupted: {
    title: 'Timer boundary event of a subprocess, interrupting',
    process:
      'start s\nsub b\nstart i\nwait w PT1H\nend o\ni -> w\nw -> o\n}\nend e\ntimer t on b PT1S -> q\nend q\ns -> b\nb -> e',
    path: 's b i w t q',
  },
  mergesBack: {
    title: 'A boundary event that merges back',
    process:
      'start s\nuser a\ntimer t on a PT1S -> r\njob r\njob b\nend e\ns -> a\na -> b\nr -> b\nb -> e',
    path: 's a t r b e',
  },
  loopsBack: {
    title: 'A boundary event that leads back',
    process:
      'start s\nscript i n =n + 1\nxor x default=x_w\nuser w\ntimer t on w PT1S -> i\nend e\ns -> i\ni -> x\nx -> e if =n > 2\nx -> w\nw -> e',
    variables: { n: 0 },
    path: 's i x w t i x w t i x e',
  },
  besides: {
    title: 'Timer boundary event, not interrupting, twice',
    process:
      'start s\nsub a\nstart i\nwait w PT10S\nend o\ni -> w\nw -> o\n}\ntimer* t on a R2/PT1S -> r\njob r\nend q\nend e\ns -> a\na -> e\nr -> q',
    path: 's a i w t r q t r q o e',
    ended: 'e',
  },
  besidesMerging: {
    title: 'Flow of a boundary event that merges: both tokens go on',
    process:
      'start s\nsub a\nstart i\nwait w PT2S\nend o\ni -> w\nw -> o\n}\ntimer* t on a PT1S -> b\njob b\nend e\ns -> a\na -> b\nb -> e',
    elements: 'a b b e e i o s t w',
  },
  deferred: {
    title: 'Event-based gateway: timer before message',
    process:
      'start s\nevent g\nwait w PT1S\ncatch c never\nend a\nend b\ns -> g\ng -> w\ng -> c\nw -> a\nc -> b',
    path: 's g w a',
    ended: 'a',
  },
  waiting: {
    title: 'Message catch event waits',
    process: 'start s\ncatch c never\nend e\ns -> c\nc -> e',
    waits: 'c',
  },
  clock: {
    title: 'FEEL reads the clock in UTC',
    process:
      'start s\nscript a zone =ends with(string(now()), "Z")\nscript b same =string(today()) = substring(string(now()), 1, 10)\nend e\ns -> a\na -> b\nb -> e'.replace(
        /"/g,
        '&quot;',
      ),
    result: { zone: true, same: true },
  },
  person: {
    title: 'User task waits',
    process: 'start s\nuser u\nend e\ns -> u\nu -> e',
    waits: 'u',
  },
};
