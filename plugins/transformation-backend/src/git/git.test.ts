import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { git } from './git';

describe('git', () => {
  it('sends the credentials of a setting, which no process list shows', async () => {
    const seen = { header: '', processes: '' };
    const server = createServer(async (request, response) => {
      seen.header = request.headers.authorization ?? '';
      seen.processes = (
        await promisify(execFile)('ps', ['-eo', 'args'])
      ).stdout;
      response.writeHead(404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/acme/x.git`;
      const config = {
        [`http.${url}.extraHeader`]: 'Authorization: Basic c2VjcmV0',
      };
      const failure = git(['ls-remote', url], { config });
      await expect(failure).rejects.toThrow('not found');
      await expect(failure).rejects.not.toThrow('c2VjcmV0');
    } finally {
      server.close();
    }
    expect(seen.header).toBe('Basic c2VjcmV0');
    expect(seen.processes).toContain(`git ls-remote http://127.0.0.1`);
    expect(seen.processes).not.toContain('c2VjcmV0');
  });

  it('takes several settings, and none', async () => {
    const config = { 'user.name': 'a = "b"', 'core.abbrev': '12' };
    expect(await git(['config', 'user.name'], { config })).toBe('a = "b"\n');
    expect(await git(['config', 'core.abbrev'], { config })).toBe('12\n');
    await expect(git(['config', 'user.name'])).rejects.toThrow('exit code 1');
  });
});
