import type { Cases } from './case';

const split =
  'start s\nor g default=g_c\ntask a\ntask b\ntask c\nor j\nend e\ns -> g\ng -> a if =n = 1 or n = 3\ng -> b if =n >= 2\ng -> c\na -> j\nb -> j\nc -> j\nj -> e';

export const gatewayCases: Cases = {
  inclusiveBoth: {
    title: 'Inclusive gateway: two flows are taken and joined once',
    process: split,
    variables: { n: 3 },
    elements: 'a b e g j s',
  },
  inclusiveDefault: {
    title: 'Inclusive gateway: the default flow where no condition holds',
    process: split,
    variables: { n: 0 },
    path: 's g c j e',
  },
  inclusiveJoinLoop: {
    title: 'Inclusive join in a loop: one token passes each time',
    process:
      'start s\nor j\nscript a n =n + 1\nxor x default=x_j\nend e\ns -> j -> a -> x\nx -> e if =n >= 3\nx -> j',
    variables: { n: 0 },
    path: 's j a x j a x j a x e',
  },
  inclusiveJoinDead: {
    title: 'Inclusive join: does not wait for a token that has ended elsewhere',
    process:
      'start s\nand f\ntask a\nawait w timer PT0.5S\nxor x default=x_q\nend q\nor j\nend e\ns -> f\nf -> a\nf -> w\nw -> x\nx -> q\nx -> j if =false\na -> j\nj -> e',
    elements: 'a e f j q s w x',
  },
  inclusiveJoinWaits: {
    title:
      'Inclusive join: waits for a token that can still come, past other gateways',
    process:
      'start s\nand f\ntask a\nawait w timer PT0.5S\nxor x default=x_y\ntask y\nor j\nend e\ns -> f\nf -> a\nf -> w\nw -> x\nx -> j if =false\nx -> y\ny -> j\na -> j\nj -> e',
    elements: 'a e f j s w x y',
  },
  complexTwoOfThree: {
    title: 'Complex gateway: fires with two of three tokens, once',
    process:
      'start s\nand f\ntask a\ntask b\nawait w timer PT0.7S\ncomplex g =activationCount >= 2\ntask z\nend e\ns -> f\nf -> a\nf -> b\nf -> w\na -> g\nb -> g\nw -> g\ng -> z -> e',
    elements: 'a b e f g s w z',
  },
  conditionalFlows: {
    title: 'Conditional flows from an activity, with a default',
    process:
      'start s\n<bpmn:task id="t" default="t_d" />\nend a\nend b\nend d\ns -> t\nt -> a if =n > 0\nt -> b if =n > 1\nt -> d',
    variables: { n: 2 },
    elements: 'a b s t',
  },
  eventGatewaySignal: {
    title: 'Event-based gateway: the first event wins',
    process:
      'start s\nand f\nevent g\nawait c signal First\nawait w timer PT20S\nawait v timer PT0.5S\nemit t signal First\nend e\nend r\nend q\ns -> f\nf -> g\ng -> c -> e\ng -> w -> r\nf -> v\nv -> t -> q',
    elements: 'c e f g q s t v',
  },
  tokensInAndOut: {
    title: 'startQuantity and completionQuantity',
    process:
      'start s\n<bpmn:task id="two" completionQuantity="2" />\ntask m\n<bpmn:task id="both" startQuantity="2" />\nend e\ns -> two -> m -> both -> e',
    elements: 'both e m m s two',
  },
};
