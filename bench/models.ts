/**
 * A drawing of about so many flow nodes, of what drawings are made of: jobs in a row, choices, parallel blocks, loops,
 * boundary events and subprocesses, some of them within each other. The same numbers give the same text; `variant` makes
 * the expressions others, so that nothing which was read before helps.
 */
export function model(elements: number, variant = 0): string {
  const out: string[] = [];
  let nodes = 0;

  const node = (tag: string, inside = '', attributes = ''): string => {
    nodes += 1;
    const id = `N${nodes}`;
    out.push(
      `<bpmn:${tag} id="${id}" name="Step ${nodes}"${attributes}>${inside}</bpmn:${tag}>`,
    );
    return id;
  };
  const flow = (from: string, to: string, condition?: string): string => {
    const id = `F_${from}_${to}`;
    out.push(
      condition
        ? `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression></bpmn:sequenceFlow>`
        : `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`,
    );
    return id;
  };
  const job = (): string =>
    node(
      'serviceTask',
      `<bpmn:extensionElements><zeebe:taskDefinition type="work-${
        nodes % 20
      }" /><zeebe:ioMapping><zeebe:input source="=order.id" target="id" /><zeebe:output source="=answer" target="answer${
        nodes % 50
      }v${variant}" /></zeebe:ioMapping></bpmn:extensionElements>`,
    );
  const behind = (from: string, to: string): string => {
    flow(from, to);
    return to;
  };
  /** An exclusive gateway whose second way leads on through `other`, else on to what follows. */
  const choice = (
    at: string,
    first: (from: string) => string,
    second: (from: string) => string,
  ): string => {
    const join = `J${nodes}`;
    const fork = `X${nodes}`;
    const [a, b] = [`${fork}a`, `${fork}b`];
    nodes += 2;
    out.push(`<bpmn:exclusiveGateway id="${fork}" default="F_${fork}_${b}" />`);
    flow(at, fork);
    for (const [id, way] of [
      [a, first],
      [b, second],
    ] as const) {
      nodes += 1;
      out.push(`<bpmn:task id="${id}" />`);
      flow(
        fork,
        id,
        id === a ? `=amount &gt; ${nodes + variant / 1000}` : undefined,
      );
      flow(way(id), join);
    }
    out.push(`<bpmn:exclusiveGateway id="${join}" />`);
    return join;
  };
  const parallel = (at: string): string => {
    const fork = behind(at, node('parallelGateway'));
    const ends = [0, 1, 2].map(() => behind(behind(fork, job()), job()));
    const join = node('parallelGateway');
    for (const end of ends) flow(end, join);
    return join;
  };
  const loop = (at: string): string => {
    const head = behind(at, node('exclusiveGateway'));
    const last = behind(behind(head, job()), job());
    nodes += 1;
    const test = `L${nodes}`;
    out.push(
      `<bpmn:exclusiveGateway id="${test}" default="F_${test}_${head}" />`,
    );
    flow(last, test);
    flow(test, head);
    const after = job();
    flow(test, after, `=answer != null and count &lt; ${10 + variant}`);
    return after;
  };
  const guarded = (at: string): string => {
    const host = behind(at, job());
    const timer = node(
      'boundaryEvent',
      '<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>',
      ` attachedToRef="${host}"`,
    );
    const late = behind(timer, job());
    const join = node('exclusiveGateway');
    flow(host, join);
    flow(late, join);
    return join;
  };
  const reminded = (at: string): string => {
    const host = behind(at, node('userTask'));
    const timer = node(
      'boundaryEvent',
      '<bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>',
      ` attachedToRef="${host}" cancelActivity="false"`,
    );
    behind(behind(timer, job()), node('endEvent'));
    return host;
  };
  const nested = (at: string): string => {
    nodes += 1;
    const id = `S${nodes}`;
    flow(at, id);
    out.push(`<bpmn:subProcess id="${id}">`);
    const end = behind(node('startEvent'), job());
    behind(choice(end, plain, parallel), node('endEvent'));
    out.push('</bpmn:subProcess>');
    return id;
  };
  const plain = (at: string): string => behind(behind(at, job()), job());
  const parts = [
    plain,
    (at: string) => choice(at, plain, loop),
    parallel,
    guarded,
    plain,
    (at: string) => choice(at, guarded, inner => choice(inner, plain, plain)),
    loop,
    reminded,
    nested,
  ];

  let at = node('startEvent');
  for (let part = 0; nodes < elements - 1; part += 1)
    at =
      elements - nodes > 20
        ? parts[part % parts.length](at)
        : behind(at, job());
  behind(at, node('endEvent'));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="bench">
<bpmn:process id="bench" isExecutable="true">
${out.join('\n')}
</bpmn:process>
</bpmn:definitions>`;
}
