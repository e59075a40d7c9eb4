import { createTransformationClient, TransformationApiError } from './client';

const artifact = {
  id: 'a',
  name: 'tenants/demo/artifacts/a',
  tenant: 'demo',
  kind: 'bpmn',
  title: 'A',
  owner: 'user:demo/ada',
  sequence: 1,
  tags: [],
  links: [],
  archived: false,
  createdAt: '2026-11-23T10:00:00.000Z',
  createdBy: 'user:demo/ada',
  updatedAt: '2026-11-23T10:00:00.000Z',
  updatedBy: 'user:demo/ada',
};

function clientThatGets(status: number, body: unknown) {
  const fetchFn = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      ({
        ok: status < 400,
        status,
        statusText: 'Status',
        json: async () => {
          if (body === undefined) throw new Error('no JSON');
          return body;
        },
      } as Response),
  );
  const client = createTransformationClient(
    async () => 'http://factory/api/transformation',
    fetchFn,
  );
  return { client, fetchFn };
}

describe('the client', () => {
  it('asks with an escaped path and query, and checks the answer', async () => {
    const { client, fetchFn } = clientThatGets(200, {
      items: [artifact],
      totalSize: 1,
    });
    await client.listArtifacts({ search: 'a&b', kind: undefined });
    expect(fetchFn.mock.calls[0][0]).toBe(
      'http://factory/api/transformation/v1/artifacts?search=a%26b',
    );
    const other = clientThatGets(200, { ...artifact, sequence: 'one' });
    await expect(other.client.getArtifact('a/b')).rejects.toThrow(/sequence/);
    expect(other.fetchFn.mock.calls[0][0]).toMatch(/\/artifacts\/a%2Fb$/);
  });

  it('tells the message of an error, and what came in between', async () => {
    const conflict = { currentSequence: 2, events: [] };
    const { client } = clientThatGets(409, {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      code: 'sequence-conflict',
      detail: 'stands at 2',
      error: { name: 'ConflictError', message: 'stands at 2' },
      conflict,
    });
    const rejected = client.command('a', {
      type: 'rename',
      commandId: '01a208f4-5b2b-74bc-95bc-24a7bd4d7e52',
      expectedSequence: 1,
      title: 'B',
    });
    await expect(rejected).rejects.toThrow(TransformationApiError);
    await expect(rejected).rejects.toMatchObject({
      status: 409,
      code: 'sequence-conflict',
      message: 'stands at 2',
      conflict,
    });
  });

  it('uploads a content that is too large for a command, and names it', async () => {
    const sent: [string, unknown][] = [];
    const uploadId = 'a'.repeat(64);
    const client = createTransformationClient(
      async () => 'http://factory',
      async (url, init) => {
        sent.push([url, init?.body]);
        return Response.json(
          url.endsWith('/uploads')
            ? { uploadId, bytes: 70_000 }
            : { artifact, events: [] },
        );
      },
    );
    const head = {
      commandId: '01a208f4-5b2b-74bc-95bc-24a7bd4d7e52',
      title: 'A',
    };
    const change = { type: 'change' as const, expectedSequence: 1 };
    // two bytes each: what counts are bytes, not letters
    const large = 'ü'.repeat(35_000);
    await client.createArtifact({ ...head, content: large });
    await client.command('a', { ...head, ...change, content: large });
    await client.createArtifact({ ...head, content: 'small' });
    expect(sent.map(([url]) => url)).toEqual([
      'http://factory/v1/uploads',
      'http://factory/v1/artifacts',
      'http://factory/v1/uploads',
      'http://factory/v1/artifacts/a/commands',
      'http://factory/v1/artifacts',
    ]);
    expect(sent[0][1]).toBe(large);
    expect(JSON.parse(sent[1][1] as string)).toEqual({ ...head, uploadId });
    expect(JSON.parse(sent[3][1] as string)).toEqual({
      ...head,
      ...change,
      uploadId,
    });
    expect(JSON.parse(sent[4][1] as string).content).toBe('small');
  });

  it('says what it can of an answer that is no JSON', async () => {
    const { client } = clientThatGets(502, undefined);
    await expect(client.getArtifact('a')).rejects.toThrow(
      'The transformation backend answered 502 Status',
    );
  });
});
