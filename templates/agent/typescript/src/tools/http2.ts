import { connect, constants, type ClientHttp2Session } from 'node:http2';
import { setTimeout as sleep } from 'node:timers/promises';

/** More than this no model can read, in bytes. */
const MOST_BYTES = 1_000_000;

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
  stop(): Promise<void>;
}

/** A client that keeps one connection for each address. */
export function createHttp2Client(): Http2Client {
  const sessions = new Map<string, ClientHttp2Session>();
  const sessionTo = (origin: string) => {
    const open = sessions.get(origin);
    if (open && !open.closed && !open.destroyed) return open;
    const session = connect(origin);
    // each request tells of it
    session.on('error', () => {});
    session.unref();
    sessions.set(origin, session);
    return session;
  };
  return {
    async post(url, headers, body, signal) {
      const session = sessionTo(url.origin);
      const request = session.request(
        {
          ...headers,
          [constants.HTTP2_HEADER_METHOD]: 'POST',
          [constants.HTTP2_HEADER_PATH]: url.pathname,
        },
        { signal },
      );
      let status = 0;
      request.once('response', head => {
        status = Number(head[constants.HTTP2_HEADER_STATUS]);
      });
      request.setEncoding('utf8');
      request.end(body);
      let text = '';
      for await (const chunk of request) {
        text += String(chunk);
        if (text.length > MOST_BYTES) return { status, text: '', isCut: true };
      }
      return { status, text, isCut: false };
    },
    async stop() {
      for (const session of sessions.values()) session.close();
      await sleep(0);
    },
  };
}
