import type { Cases } from './case';

export const loopCases: Cases = {
  standardLoop: {
    title: 'Standard loop: runs once, then while the condition holds',
    process: 'start s\nscript a n =n+1 | while==n<3\nend e\ns -> a -> e',
    variables: { n: 0 },
    path: 's a e',
    result: { n: 3 },
  },
  standardLoopBefore: {
    title: 'Standard loop, tested before: may run never',
    process: 'start s\nscript a n =n+1 | while==n<0 before\nend e\ns -> a -> e',
    variables: { n: 0 },
    result: { n: 0 },
  },
  standardLoopMaximum: {
    title: 'Standard loop with a maximum',
    process: 'start s\nscript a n =n+1 | while==true max=4\nend e\ns -> a -> e',
    variables: { n: 0 },
    result: { n: 4 },
  },
  instancesCollect: {
    title: 'Multi-instance, parallel: results in the order of the items',
    process:
      'start s\nscript a square =i*i | each==[1,2,3] as=i collect=squares:i*i\nend e\ns -> a -> e',
    result: { squares: [1, 4, 9] },
  },
  instancesUntil: {
    title: 'Multi-instance, sequential, with a completion condition',
    process:
      'start s\nscript a n =n+1 | each==[1,2,3,4] seq until==numberOfCompletedInstances=2\nend e\ns -> a -> e',
    variables: { n: 0 },
    result: { n: 2 },
  },
  instancesNone: {
    title: 'Multi-instance over an empty list: goes on at once',
    process: 'start s\njob a work | each==[]\nend e\ns -> a -> e',
    path: 's a e',
  },
  instancesUntilParallel: {
    title:
      'Multi-instance, parallel: the completion condition ends those that run',
    process:
      'start s\nsub a | each==[0,30] as=sec until==true\nstart i\nxor x default=x_w\nawait w timer PT30S\nend o\ni -> x\nx -> o if =sec = 0\nx -> w\nw -> o\n}\nend e\ns -> a -> e',
    elements: 'a e i i o s w x x',
  },
  instancesInterrupted: {
    title: 'Multi-instance subprocess: a boundary event ends all instances',
    process:
      'start s\nsub a | each==[1,2]\nstart i\nawait w timer PT30S\nend o\ni -> w -> o\n}\non b a timer PT0.5S -> q\nend q\nend e\ns -> a -> e',
    elements: 'a b i i q s w w',
  },
  instancesError: {
    title:
      'Multi-instance subprocess: an error of one instance ends the others',
    process:
      'start s\nsub a | each==[1,2] as=k\nstart i\nxor x default=x_w\nawait w timer PT30S\nend z error One\nend o\ni -> x\nx -> z if =k = 2\nx -> w\nw -> o\n}\non b a error One -> q\nend q\nend e\ns -> a -> e',
    elements: 'a b i i q s w x x z',
  },
  instancesNested: {
    title: 'Multi-instance in multi-instance: each level has its own variables',
    process:
      'start s\nsub a | each==[1,2] as=x collect=rows:row\nstart i\nscript c cell =x*y | each==[1,2] as=y collect=row:x*y\nend o\ni -> c -> o\n}\nend e\ns -> a -> e',
    result: {
      rows: [
        [1, 2],
        [2, 4],
      ],
    },
  },
};
