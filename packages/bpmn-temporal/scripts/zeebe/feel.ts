import { isDeepStrictEqual } from 'node:util';
import { feelExamples } from './feel-examples';
import type { FeelExample } from './feel-examples';
import { zeebeAt } from './rest';

/*
 * node --require @backstage/cli/config/nodeTransform.cjs scripts/zeebe/feel.ts http://localhost:8080
 *
 * Has Zeebe evaluate what docs/reference/feel.md says of it, and tells where that is wrong: a script task computes the
 * expression, and a job reads what it has become. What is said of the compiler is held to by differences.test.ts.
 */
type Zeebe = ReturnType<typeof zeebeAt>;

async function main([address = 'http://localhost:8080']: string[]) {
  const zeebe = zeebeAt(address);
  let wrong = 0;
  for (const [nth, example] of feelExamples.entries()) {
    const answer = await answerOf(zeebe, `feel-${nth}`, example);
    const isSame = isDeepStrictEqual(answer, example.camunda);
    if (!isSame) wrong += 1;
    console.log(
      `${isSame ? 'as said' : 'NOT SO '}  ${example.feel}  ${JSON.stringify(
        answer,
      )}`,
    );
  }
  process.exitCode = wrong ? 1 : 0;
}

async function answerOf(
  zeebe: Zeebe,
  id: string,
  { feel, variables = {} }: FeelExample,
): Promise<unknown> {
  try {
    await zeebe.deploy(`${id}.bpmn`, drawingOf(id, feel));
  } catch {
    return { refused: true };
  }
  await zeebe.start(id, variables);
  const [job] = await zeebe.activate(id, 5_000);
  if (!job) return undefined;
  await zeebe.complete(job, {});
  return job.variables.answer;
}

function drawingOf(id: string, feel: string): string {
  const expression = feel
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="feel">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="s" />
    <bpmn:scriptTask id="t">
      <bpmn:extensionElements><zeebe:script expression="=${expression}" resultVariable="answer" /></bpmn:extensionElements>
    </bpmn:scriptTask>
    <bpmn:serviceTask id="j">
      <bpmn:extensionElements><zeebe:taskDefinition type="${id}" /></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t" />
    <bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="j" />
  </bpmn:process>
</bpmn:definitions>`;
}

void main(process.argv.slice(2));
