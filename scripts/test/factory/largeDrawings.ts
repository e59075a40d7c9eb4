import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Person } from '../../factory/person';
import type { TestFactory } from './context';
import { STARTER } from './drawing';
import { connectMcp } from './mcp';
import { finishTask, startTask } from './task';

const LARGE = STARTER.replace(
  '</bpmn:documentation>',
  `${'x'.repeat(300_000)}</bpmn:documentation>`,
);
const CHANGED = LARGE.replace('name="Review request"', 'name="Look at it"');

const upload = z.object({ uploadId: z.string() });
/** A drawing of 300 kB, by those who have no client of ours: an agent with MCP, and the scaffolder. */
export function largeDrawings(factory: () => TestFactory): void {
  /** What an agent does by itself: the bytes, and back comes what to name. */
  const send = async (person: Person, content: string) => {
    const response = await person.fetch('/api/transformation/v1/uploads', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: content,
    });
    assert.equal(response.status, 201);
    return upload.parse(await response.json()).uploadId;
  };
  const stored = async ({ api }: Person, id: string) => {
    assert.equal((await api.getContent(id, 1)).content, LARGE);
    const bytes = await (await api.download(id, 2)).text();
    assert.equal(bytes, CHANGED);
    const { items } = await api.listEvents(id);
    assert.deepEqual(
      items.map(({ type }) => type),
      ['artifact-created', 'content-changed'],
    );
  };

  describe('a drawing of 300 kB', () => {
    it('is created and changed by an MCP client', async () => {
      const { ada } = factory().persons;
      const client = await connectMcp(factory().url, ada);
      const { call } = client;
      const inline = await call('create-artifact', {
        commandId: uuidv7(),
        title: 'inline',
        content: LARGE.slice(0, 80_000),
      });
      assert.ok(inline.isError);
      assert.match(
        inline.content[0].text,
        /POST \/api\/transformation\/v1\/uploads/,
      );

      const made = await call('create-artifact', {
        commandId: uuidv7(),
        title: 'By MCP',
        id: 'large-by-mcp',
        uploadId: await send(ada, LARGE),
      });
      assert.ok(!made.isError, made.content[0].text);
      const changed = await call('change-artifact', {
        artifact: 'large-by-mcp',
        commandId: uuidv7(),
        expectedSequence: 1,
        uploadId: await send(ada, CHANGED),
      });
      assert.ok(!changed.isError, changed.content[0].text);
      await client.close();
      await stored(ada, 'large-by-mcp');
    });

    it('is created and changed by the scaffolder', async () => {
      const { ada } = factory().persons;
      const values = {
        id: 'large-by-template',
        createId: uuidv7(),
        changeId: uuidv7(),
        uploadId: await send(ada, LARGE),
        changedUploadId: await send(ada, CHANGED),
      };
      await finishTask(ada, await startTask(ada, 'store-upload', values));
      await stored(ada, 'large-by-template');
    });
  });
}
