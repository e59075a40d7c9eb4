import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { corrected } from './corrections';

/** An answer that stands in for GitHub's. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A GitHub of the test's own: the package `emulate`, corrected where it is known to be wrong. */
export interface TestGithub {
  url: string;
  /** What it was asked, `GET /repos/acme/gitops`, without the query. */
  requests: string[];
  /** Answers requests whose `METHOD /path?query` matches; an answer is used once, undefined means the emulator's own. */
  answer(pattern: RegExp, ...answers: (Answer | undefined)[]): void;
  /** Commits a file to a branch, which it makes where it is missing. */
  commit(repository: string, branch: string, path: string): Promise<string>;
  call(method: string, path: string, body?: object): Promise<Answer>;
  stop(): Promise<void>;
}

const CHILD = `
  import { createEmulator } from 'emulate';
  const seed = JSON.parse(process.argv[1]);
  console.log((await createEmulator({ service: 'github', port: 0, seed })).url);
`;

/** Starts it on free ports; the organization is `acme`, with a repository `gitops`. */
export async function startGithub(more: object = {}): Promise<TestGithub> {
  const seed = {
    users: [{ login: 'octocat' }],
    orgs: [{ login: 'acme', members: [{ login: 'octocat', role: 'admin' }] }],
    repos: [{ owner: 'acme', name: 'gitops' }],
    ...more,
  };
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', CHILD, JSON.stringify({ github: seed })],
    { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout, 'data');
  const emulator = `${line}`.trim();

  const requests: string[] = [];
  const prepared: { pattern: RegExp; answers: (Answer | undefined)[] }[] = [];
  const call: TestGithub['call'] = async (method, path, body) =>
    ask(emulator, method, path, {}, body && JSON.stringify(body));

  const reply = async (request: IncomingMessage): Promise<Answer> => {
    const { method = '', url = '' } = request;
    const body = (await buffer(request)).toString() || undefined;
    requests.push(`${method} ${url.split('?')[0]}`);
    const found = prepared.find(
      ({ pattern, answers }) =>
        answers.length > 0 && pattern.test(`${method} ${url}`),
    );
    const answer = found?.answers.shift();
    if (answer) return answer;
    const { authorization = '', accept = '' } = request.headers;
    return corrected({ method, url, accept, body }, call, () =>
      ask(emulator, method, url, { authorization, accept }, body),
    );
  };
  const server = createServer(async (request, response) => {
    const { status, body, headers } = await reply(request);
    const text = typeof body === 'string';
    response.writeHead(status, {
      'content-type': text ? 'text/plain' : 'application/json',
      ...headers,
    });
    response.end(text ? body : JSON.stringify(body ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (pattern, ...answers) =>
      void prepared.unshift({ pattern, answers }),
    call,
    async commit(repository, branch, path) {
      const main = await call('GET', `/repos/${repository}/git/ref/heads/main`);
      const { sha } = (main.body as { object: { sha: string } }).object;
      const ref = `refs/heads/${branch}`;
      await call('POST', `/repos/${repository}/git/refs`, { ref, sha });
      const { body } = await call(
        'PUT',
        `/repos/${repository}/contents/${path}`,
        {
          message: `Write ${path}`,
          content: Buffer.from(path).toString('base64'),
          branch,
        },
      );
      return (body as { commit: { sha: string } }).commit.sha;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function ask(
  emulator: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  const response = await fetch(`${emulator}${path}`, {
    method,
    headers: { authorization: 'token octocat', ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}
