import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UrlReaderPredicateTuple } from '@backstage/backend-defaults/urlReader';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { commitByHand } from '../../__testUtils__/commit';
import { ensureRepository } from './repositories';
import { localForgeUrlReader } from './urlReader';

const FILE =
  'http://localhost/repositories/demo/services/orders/blob/main/a.proto';

describe('the URLs of the local forge', () => {
  async function readersOf(plugin: string): Promise<UrlReaderPredicateTuple[]> {
    const dataDir = await mkdtemp(join(tmpdir(), 'forge-'));
    const url = await ensureRepository(
      join(dataDir, 'forge'),
      'demo',
      'services/orders',
    );
    await commitByHand({ url }, { 'a.proto': 'syntax' });
    const factories = await ServiceFactoryTester.from(
      localForgeUrlReader,
    ).getSubject(plugin);
    return [factories].flat().flatMap(factory =>
      factory({
        config: mockServices.rootConfig({
          data: {
            app: { baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
            transformation: { dataDir, forge: { type: 'local' } },
          },
        }),
        logger: mockServices.logger.mock(),
        treeResponseFactory: {} as never,
      }),
    );
  }

  it('are read by the catalog', async () => {
    const [{ predicate, reader }] = await readersOf('catalog');
    expect(predicate(new URL(FILE))).toBe(true);
    expect(predicate(new URL('http://localhost/catalog'))).toBe(false);
    const { buffer } = await reader.readUrl(FILE);
    expect(String(await buffer())).toBe('syntax');
    await expect(
      reader.readUrl(FILE.replace('/demo/', '/demo/../demo/')),
    ).rejects.toThrow('is no file of the local forge');
  });

  it('are read by nobody else', async () => {
    expect(await readersOf('scaffolder')).toEqual([]);
  });
});
