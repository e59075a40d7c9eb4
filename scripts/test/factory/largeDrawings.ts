import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Person } from '../../factory/person';
import { waitFor } from '../../factory/waitFor';
import { STARTER } from './drawing';
import type { TestFactory } from './context';

const LARGE = STARTER.replace(
  '</bpmn:documentation>',
  `${'x'.repeat(300_000)}</bpmn:documentation>`,
);
const CHANGED = LARGE.replace('name="Review request"', 'name="Look at it"');

const upload = z.object({ uploadId: z.string() });
const toolResult = z.object({
  isError: z.boolean().optional(),
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
});

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
      const client = new Client({ name: 'test', version: '1' });
      await client.connect(
        new StreamableHTTPClientTransport(
          new URL(`${factory().url}/api/mcp-actions/v1`),
          { fetch: (url, init) => ada.fetch(String(url), init) },
        ),
      );
      const { tools } = await client.listTools();
      const call = async (action: string, args: Record<string, unknown>) => {
        const tool = tools.find(({ name }) => name.endsWith(action));
        assert.ok(tool, `${action} is not among the tools`);
        return toolResult.parse(
          await client.callTool({ name: tool.name, arguments: args }),
        );
      };
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
      const started = await waitFor(
        'The template in the catalog',
        async () => {
          const response = await ada.fetch('/api/scaffolder/v2/tasks', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              templateRef: 'template:default/store-upload',
              values,
            }),
          });
          return response.status === 201 ? response.json() : undefined;
        },
        { seconds: 30 },
      );
      const { id } = z.object({ id: z.string() }).parse(started);
      const status = await waitFor(
        'The task',
        async () => {
          const found = await ada.fetch(`/api/scaffolder/v2/tasks/${id}`);
          const task = z.object({ status: z.string() });
          const now = task.parse(await found.json()).status;
          return ['open', 'processing'].includes(now) ? undefined : now;
        },
        { seconds: 60 },
      );
      const log = await ada.fetch(`/api/scaffolder/v2/tasks/${id}/events`);
      assert.equal(status, 'completed', (await log.text()).slice(-3000));
      await stored(ada, 'large-by-template');
    });
  });
}
