import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';

/** A command with more has to upload it first. */
const MOST_INLINE = 64 * 1024;

const artifact = z.object({ sequence: z.number() });
const content = z.object({ content: z.string() });
const upload = z.object({ uploadId: z.string() });

/** The artifact store of the factory, and whoever calls it. */
export interface Store {
  /** As in `https://factory.example.com`. */
  url: string;
  /** A Backstage token of somebody of the tenant. */
  token: string;
}

/** @returns nothing where the environment names none */
export function storeOf({
  FACTORY_URL: url,
  FACTORY_TOKEN: token,
}: NodeJS.ProcessEnv): Store | undefined {
  if (!url) return undefined;
  if (!token) throw new Error('FACTORY_TOKEN has to go with FACTORY_URL');
  return { url, token };
}

/** The drawing as the store has it; nothing where there is no artifact. */
export async function readDrawing(
  store: Store,
  id: string,
): Promise<string | undefined> {
  const response = await call(store, `artifacts/${id}/content`);
  if (response.status === 404) return undefined;
  return content.parse(await answerOf(response)).content;
}

/** Makes the drawing the newest state of the artifact. @returns what was done */
export async function pushDrawing(
  store: Store,
  id: string,
  drawing: string,
): Promise<'created' | 'changed' | 'unchanged'> {
  const stored = await readDrawing(store, id);
  if (stored === drawing) return 'unchanged';
  const body = { commandId: uuidv7(), ...(await contentOf(store, drawing)) };
  if (stored === undefined) {
    await post(store, 'artifacts', { ...body, id, title: id });
    return 'created';
  }
  const response = await call(store, `artifacts/${id}`);
  const { sequence } = artifact.parse(await answerOf(response));
  await post(store, `artifacts/${id}/commands`, {
    ...body,
    type: 'change',
    expectedSequence: sequence,
  });
  return 'changed';
}

async function contentOf(store: Store, drawing: string): Promise<object> {
  if (Buffer.byteLength(drawing) <= MOST_INLINE) return { content: drawing };
  const response = await call(store, 'uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: drawing,
  });
  return upload.parse(await answerOf(response));
}

const post = async (store: Store, path: string, body: object) =>
  answerOf(
    await call(store, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

const call = ({ url, token }: Store, path: string, init: RequestInit = {}) =>
  fetch(`${url.replace(/\/$/, '')}/api/transformation/v1/${path}`, {
    ...init,
    headers: { ...init.headers, authorization: `Bearer ${token}` },
  });

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const text = (await response.text()).slice(0, 500);
  throw new Error(`The factory answered ${response.status}: ${text}`);
}
