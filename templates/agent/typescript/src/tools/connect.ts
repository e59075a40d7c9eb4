import { context, propagation } from '@opentelemetry/api';
import { currentCaller } from '../caller.ts';
import { isObject } from '../graph/values.ts';
import type { Answer, Http2Client } from './http2.ts';
import type { Stub } from './stub.ts';

/** Calls a tool with arguments, for what the id of the request says is wanted once. @throws ToolError */
export type Invoke = (
  stub: Stub,
  given: Record<string, unknown>,
  requestId: string,
  signal: AbortSignal,
) => Promise<unknown>;

/** What a controller answered instead of a result; meant for the model. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** Calls methods of controllers by Connect, in the name of the caller; its JSON needs no generated code. */
export const createInvoke =
  (client: Http2Client, addresses: Record<string, string>): Invoke =>
  async ({ tool, context: field }, given, requestId, signal) => {
    const headers = {
      authorization: `Bearer ${currentCaller().token}`,
      'connect-protocol-version': '1',
      'content-type': 'application/json',
    };
    propagation.inject(context.active(), headers);
    const address = addresses[tool.target]?.replace(/\/$/, '');
    const url = new URL(`${address}/${tool.service}/${tool.method}`);
    const body = { ...given, ...(field && { [field]: { requestId } }) };
    const answer = await client
      .post(url, headers, JSON.stringify(body), signal)
      .catch((error: NodeJS.ErrnoException) => {
        // a request that ends with its connection says why that ended
        const { code, name } = (error.cause as typeof error) ?? error;
        throw new ToolError(`unavailable: ${code ?? name}`);
      });
    return read(answer);
  };

function read({ status, text, isCut }: Answer): unknown {
  if (isCut) {
    throw new ToolError(
      'resource_exhausted: the answer is too long, ask for less',
    );
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new ToolError(
      `unknown: the controller answered with status ${status}`,
    );
  }
  if (status >= 200 && status < 300) return content;
  const { code = 'unknown', message = '' } = isObject(content) ? content : {};
  throw new ToolError(`${String(code)}: ${String(message)}`);
}
