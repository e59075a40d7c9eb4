import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A git server over HTTP, by `git http-backend`, that lets only `user:password` in. */
export async function startGitServer(
  root: string,
  login: string,
): Promise<{ url: string; stop(): Promise<void> }> {
  const expected = `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
      return;
    }
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: 'factory',
        REQUEST_METHOD: request.method,
        PATH_INFO: pathname,
        QUERY_STRING: `${searchParams}`,
        CONTENT_TYPE: request.headers['content-type'],
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    request.pipe(child.stdin);
    const out = await buffer(child.stdout);
    const end = out.indexOf('\r\n\r\n');
    const headers = out.subarray(0, end).toString().split('\r\n');
    const fields = headers.map(line => line.split(': '));
    const status = fields.find(([name]) => name === 'Status')?.[1];
    response.writeHead(
      Number.parseInt(status ?? '200', 10),
      fields.filter(([name]) => name !== 'Status').flat(),
    );
    response.end(out.subarray(end + 4));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
