import { createServer, type IncomingHttpHeaders } from 'node:http2';
import { listen } from '../../src/server/listen.ts';

/** A controller that speaks Connect over HTTP/2, on a real port: what it was asked, and what it answers. */
export interface FakeController {
  url: string;
  status: number;
  /** A text as it is, else as JSON. */
  answer: unknown;
  path: string;
  body: unknown;
  headers: IncomingHttpHeaders;
  stop(): Promise<void>;
}

export async function startController(): Promise<FakeController> {
  const server = createServer();
  const controller: FakeController = {
    url: '',
    status: 200,
    answer: {},
    path: '',
    body: undefined,
    headers: {},
    async stop() {
      await new Promise(resolve => server.close(resolve));
    },
  };
  server.on('stream', async (stream, headers) => {
    // whoever has read enough hangs up
    stream.on('error', () => {});
    let text = '';
    for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
    controller.path = String(headers[':path']);
    controller.body = JSON.parse(text);
    controller.headers = headers;
    const { status, answer } = controller;
    stream.respond({ ':status': status, 'content-type': 'application/json' });
    stream.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  controller.url = `http://127.0.0.1:${await listen(server, 0)}`;
  return controller;
}
