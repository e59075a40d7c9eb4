import { constants } from 'node:http2';
import { addAbortSignal } from 'node:stream';
import { Http2SessionManager } from '@connectrpc/connect-node';

/** More than this no model can read, in bytes. */
const MOST_BYTES = 1_000_000;

/** After this time a connection is asked whether it is still there. */
const PING_MS = 30_000;

/** What a controller answered. */
export interface Answer {
  status: number;
  text: string;
  /** It went on after as much as is read. */
  isCut: boolean;
}

/** Posts over HTTP/2 without TLS, as gRPC does: controllers speak that in any case. */
export interface Http2Client {
  /** @throws Error where nobody is there */
  post(
    url: URL,
    headers: Record<string, string>,
    body: string,
    signal: AbortSignal,
  ): Promise<Answer>;
  stop(): void;
}

/** A client that keeps one connection for each address. */
export function createHttp2Client(): Http2Client {
  const sessions = new Map<string, Http2SessionManager>();
  const sessionTo = (origin: string) => {
    const open =
      sessions.get(origin) ??
      new Http2SessionManager(origin, { pingIntervalMs: PING_MS });
    sessions.set(origin, open);
    return open;
  };
  return {
    async post({ origin, pathname }, headers, body, signal) {
      const session = sessionTo(origin);
      const stream = await session.request('POST', pathname, headers, {});
      addAbortSignal(signal, stream);
      let status = 0;
      stream.once('response', head => {
        status = Number(head[constants.HTTP2_HEADER_STATUS]);
      });
      stream.setEncoding('utf8');
      stream.end(body);
      let text = '';
      for await (const chunk of stream) {
        session.notifyResponseByteRead(stream);
        text += String(chunk);
        if (text.length > MOST_BYTES) return { status, text: '', isCut: true };
      }
      return { status, text, isCut: false };
    },
    stop() {
      for (const session of sessions.values()) session.abort();
    },
  };
}
