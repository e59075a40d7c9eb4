import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textPlaceholder } from './textPlaceholder';

const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
writeFileSync(join(folder, 'sales.proto'), 'syntax = "proto3";');
const resolve = (value: string, baseUrl = join(folder, 'catalog-info.yaml')) =>
  textPlaceholder({
    key: 'text',
    value,
    baseUrl,
    read: async url => Buffer.from(`read ${url}`),
    resolveUrl: (url, base) => new URL(url, base).toString(),
    emit: () => {},
  });

describe('$text', () => {
  it('reads a file beside the entity', async () => {
    await expect(resolve('./sales.proto')).resolves.toBe('syntax = "proto3";');
    await expect(resolve('./none.proto')).rejects.toThrow(
      'there is no file none.proto',
    );
  });
  it('does not leave the folder', async () => {
    await expect(resolve('../../etc/passwd')).rejects.toThrow(/not allowed/i);
  });
  it('reads URLs as ever', async () => {
    await expect(
      resolve('./a.proto', 'https://git.example/x/catalog-info.yaml'),
    ).resolves.toBe('read https://git.example/x/a.proto');
  });
});
