import assert from 'node:assert/strict';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { TransformationApiError } from '../../../plugins/transformation-common/src';
import { build, STARTER, store } from './drawing';
import type { TestFactory } from './context';

/** Drawings that the store refuses, with the status and the message. */
const NOT_STORED: [string, string, number, RegExp][] = [
  ['text that is no XML', 'hello', 400, /line 1, column 1.*no BPMN 2.0 XML/],
  [
    'a doctype with entities',
    `<!DOCTYPE x [<!ENTITY a "b">]>${STARTER}`,
    400,
    /line 1: a DOCTYPE declaration is not allowed/,
  ],
  [
    'a file of 11 MB',
    STARTER.replace(
      '</bpmn:documentation>',
      `${'x'.repeat(11_000_000)}</bpmn:documentation>`,
    ),
    413,
    /The body is larger than 10485760 bytes/,
  ],
];

/** Drawings that are kept, since work in progress is, but that no build accepts; with the place that is named. */
const NOT_BUILT: [string, string, string | undefined][] = [
  [
    'no executable process',
    STARTER.replace('isExecutable="true"', 'isExecutable="false"'),
    undefined,
  ],
  [
    'two processes with one id',
    STARTER.replace(
      '</bpmn:process>',
      '</bpmn:process><bpmn:process id="Process_1" isExecutable="true"><bpmn:startEvent id="S2"/></bpmn:process>',
    ),
    'Process_1',
  ],
  [
    'an unknown namespace',
    STARTER.replace(
      '<zeebe:userTask />',
      '<zeebe:userTask /><x:magic xmlns:x="http://example.com/magic"/>',
    ),
    'Task_Review',
  ],
  [
    'a sequence flow to nowhere',
    STARTER.replace('targetRef="End_Done"', 'targetRef="Nowhere"'),
    'Flow_3',
  ],
  [
    'a FEEL syntax error',
    STARTER.replace(
      '<zeebe:taskDefinition type="fulfil-request" />',
      '<zeebe:taskDefinition type="fulfil-request" /><zeebe:ioMapping><zeebe:input source="=1 +* 2" target="x"/></zeebe:ioMapping>',
    ),
    'Task_Fulfil',
  ],
];

export function badInput(factory: () => TestFactory): void {
  const everything = async () => {
    const { ada } = factory().persons;
    const { items } = await ada.api.listArtifacts({ pageSize: 200 });
    const pullRequests = await ada.api.listPullRequests({});
    return JSON.stringify([items, pullRequests.items]);
  };
  const refusal = async (
    attempt: Promise<unknown>,
  ): Promise<TransformationApiError> => {
    const error = await attempt.then(
      () => assert.fail('it was accepted'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof TransformationApiError, String(error));
    assert.doesNotMatch(error.message, /\n\s+at /);
    return error;
  };

  describe('bad input', () => {
    for (const [what, content, status, message] of NOT_STORED) {
      it(`refuses to store ${what}`, async () => {
        const before = await everything();
        const { ada } = factory().persons;
        const error = await refusal(
          ada.api.createArtifact({
            commandId: uuidv7(),
            title: 'Bad',
            content,
          }),
        );
        assert.equal(error.status, status);
        assert.match(error.message, message);
        assert.equal(await everything(), before);
      });
    }

    for (const [index, [what, content, place]] of NOT_BUILT.entries()) {
      it(`refuses to build ${what}, at its place`, async () => {
        const { ada } = factory().persons;
        const id = `bad-${index}`;
        await store(ada, id, content);
        const done = await build(ada, id);
        assert.equal(done.status, 'refused');
        assert.deepEqual(done.pullRequests, []);
        const errors = done.diagnostics.filter(
          ({ severity }) => severity === 'error',
        );
        assert.ok(errors.length);
        for (const { code, message, hint } of errors)
          assert.ok(code && message && hint);
        if (place) {
          assert.ok(
            errors.some(
              ({ elementId, message }) =>
                elementId === place || message.includes(place),
            ),
            `${place} is not named in ${JSON.stringify(errors)}`,
          );
        }
        const { items } = await ada.api.listPullRequests({ artifact: id });
        assert.deepEqual(items, []);
      });
    }

    it('fails a build whose push is refused, and leaves both repositories as they were', async () => {
      const { ada } = factory().persons;
      await store(ada, 'refused-push', STARTER);
      await store(ada, 'makes-gitops', STARTER);
      await build(ada, 'makes-gitops');
      const hook = join(
        factory().settings.dataDir,
        'forge',
        'demo',
        'gitops.git',
        'hooks',
        'pre-receive',
      );
      writeFileSync(
        hook,
        '#!/bin/sh\necho "the quota is exceeded" >&2\nexit 1\n',
      );
      chmodSync(hook, 0o755);
      const done = await build(ada, 'refused-push');
      rmSync(hook);
      assert.equal(done.status, 'failed');
      const step = done.steps.find(
        ({ name }) => name === 'gitops-pull-request',
      );
      assert.match(step?.message ?? '', /the quota is exceeded/);
      assert.deepEqual(
        (await ada.api.listPullRequests({ artifact: 'refused-push' })).items,
        [],
      );
      // and once the forge takes it, the same revision goes through
      assert.equal((await build(ada, 'refused-push')).status, 'succeeded');
    });

    it('tells what is wrong with a request', async () => {
      const { ada } = factory().persons;
      const send = async (path: string, body: string) => {
        const response = await ada.fetch(`/api/transformation/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        const text = await response.text();
        assert.doesNotMatch(text, /"stack"/);
        const { error } = JSON.parse(text) as { error: { message: string } };
        return `${response.status} ${error.message}`;
      };
      assert.match(await send('/artifacts', '{'), /^400 The body is no JSON/);
      assert.match(
        await send('/artifacts', '{"commandId":"x","content":""}'),
        /^400 commandId: .*title: .*content: /,
      );
      assert.match(
        await send(
          '/artifacts',
          JSON.stringify({
            commandId: uuidv7(),
            id: '../x',
            title: 'T',
            content: STARTER,
          }),
        ),
        /^400 id: must be 1 to 63 of/,
      );
      assert.match(
        await send('/artifacts/none/builds', '{}'),
        /^404 There is no artifact none/,
      );
    });

    it('refuses who is not signed in, and services', async () => {
      const response = await fetch(
        `${factory().url}/api/transformation/v1/artifacts`,
      );
      assert.equal(response.status, 401);
    });
  });
}
