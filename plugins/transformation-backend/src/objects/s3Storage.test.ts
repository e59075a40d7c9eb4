import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { mockServices } from '@backstage/backend-test-utils';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { describeWithS3, s3Server } from '../__testUtils__/s3';
import { ada, changeTo, creation, makeStore } from '../__testUtils__/store';
import { digestOf, putContent } from '../artifacts/contents';
import { removeOrphan, sweepObjects } from '../retention/sweepObjects';
import { readS3Config } from './config';
import { createS3Storage } from './s3Storage';

jest.setTimeout(60_000);

describe.each(ENGINES)('contents in object storage, by %s', databaseId => {
  describeWithS3('on a real S3 server', () => {
    const databases = emptyDatabases();
    const s3 = s3Server();
    const make = async () => {
      const objects = createS3Storage(s3().config);
      const made = await makeStore(databases, databaseId, undefined, {
        objects,
      });
      const listed = async (tenant?: string) => {
        const pages = [];
        for await (const page of objects.list(tenant)) pages.push(...page);
        return pages.map(({ digest }) => digest).sort();
      };
      // the server is shared by the tests of a describe
      for await (const page of objects.list()) {
        for (const { tenant, digest } of page) {
          await objects.remove(tenant, [digest]);
        }
      }
      return { ...made, objects, listed };
    };

    it('are written there alone, and read back byte for byte', async () => {
      const { store, database, listed } = await make();
      const content = '\ufeff<a>\r\nü</a>';
      await store.create(ada, creation('Plan', content));
      await store.change(ada, 'plan', changeTo(1, 'other'));
      const { uploadId } = await store.upload('demo', 'uploaded');
      await store.change(ada, 'plan', {
        ...changeTo(2, ''),
        content: undefined,
        uploadId,
      });
      expect(await listed('demo')).toEqual(
        [content, 'other', 'uploaded'].map(digestOf).sort(),
      );
      expect(await listed('other')).toEqual([]);
      const rows = await database.inTenant('demo', async tx =>
        tx.from('artifact_contents'),
      );
      expect(rows.map(row => [row.content, row.storage])).toEqual(
        Array(3).fill(['', 'object']),
      );
      expect((await store.content('demo', 'plan', 1)).content).toBe(content);
      const { bytes } = await store.download('demo', 'plan', 3);
      expect(await text(bytes)).toBe('uploaded');
    });

    it('are refused where they are missing or something else, and never given to the end', async () => {
      const { store, objects } = await make();
      await store.create(ada, creation('Plan', 'right'));
      const digest = digestOf('right');
      const { client, config } = s3();
      await client.send(
        new PutObjectCommand({
          Bucket: config.bucket,
          Key: `tenants/demo/${digest}`,
          Body: 'wrong',
        }),
      );
      const damaged = `The content s3://factory/tenants/demo/${digest} is missing or damaged`;
      await expect(store.content('demo', 'plan')).rejects.toThrow(damaged);
      const { bytes } = await store.download('demo', 'plan');
      const seen: Buffer[] = [];
      bytes.on('data', (chunk: Buffer) => seen.push(chunk));
      await expect(
        new Promise((_, reject) => bytes.once('error', reject)),
      ).rejects.toThrow(damaged);
      expect(Buffer.concat(seen).toString()).toBe('');
      await objects.remove('demo', [digest]);
      await expect(store.download('demo', 'plan')).rejects.toThrow(damaged);
    });

    it('are swept where no row names them, once they are old', async () => {
      const { store, database, objects, listed } = await make();
      await store.create(ada, creation('Plan', 'kept'));
      await objects.put('demo', digestOf('orphan'), 'orphan');
      await objects.put('gone', digestOf('orphan'), 'orphan');
      const before = (ms: number) =>
        sweepObjects(database, objects, new Date(Date.now() + ms));
      expect(await before(-60_000)).toBe(0);
      expect(await before(60_000)).toBe(2);
      expect(await listed()).toEqual([digestOf('kept')]);
      // who writes the same content later stores it anew
      await store.create(ada, creation('Other', 'orphan'));
      expect((await store.content('demo', 'other')).content).toBe('orphan');
    });

    it('are not taken from under who is writing the same', async () => {
      const { database, objects, listed } = await make();
      const digest = digestOf('orphan');
      await objects.put('demo', digest, 'orphan');
      let swept: Promise<boolean> | undefined;
      await database.inTenant('demo', async tx => {
        await putContent(tx, 'orphan');
        // the sweep saw no row, since this transaction has not ended
        swept = removeOrphan(database, objects, 'demo', digest);
        await sleep(200);
      });
      expect(await swept).toBe(false);
      expect(await listed('demo')).toEqual([digest]);

      // and the other way round: who writes while it is removed writes it anew
      await database.inTenant('demo', async tx => {
        await tx.from('artifact_contents').where({ digest }).delete();
      });
      const remove = objects.remove.bind(objects);
      let written: Promise<string> | undefined;
      jest.spyOn(objects, 'remove').mockImplementationOnce(async (...args) => {
        written = database.inTenant('demo', tx => putContent(tx, 'orphan'));
        await sleep(200);
        return remove(...args);
      });
      expect(await removeOrphan(database, objects, 'demo', digest)).toBe(true);
      await written;
      expect(await listed('demo')).toEqual([digest]);
    });

    it('are written before a transaction ends, so that none is named that is not there', async () => {
      const { store, database, objects, listed } = await make();
      const put = jest
        .spyOn(objects, 'put')
        .mockRejectedValueOnce(new Error('no bucket'));
      await expect(store.create(ada, creation('Plan', 'one'))).rejects.toThrow(
        'no bucket',
      );
      expect((await store.list('demo', { pageSize: 9 })).totalSize).toBe(0);
      put.mockRestore();
      await expect(
        database.inTenant('demo', async () => {
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await listed()).toEqual([]);
    });
  });
});

describe('the configuration of object storage', () => {
  const read = (s3: object) =>
    readS3Config(
      mockServices.rootConfig({ data: { snapshots: { s3: s3 as never } } }),
    );

  it('is checked key by key', () => {
    expect(read({ bucket: 'factory' })).toEqual({
      bucket: 'factory',
      region: 'us-east-1',
      forcePathStyle: false,
    });
    expect(() => read({ endpoint: 'no url', acces: 1 })).toThrow(
      /snapshots\.s3\.bucket: .*snapshots\.s3\.endpoint: .*"acces"/,
    );
    expect(() => read({ bucket: 'factory', accessKeyId: 'a' })).toThrow(
      'accessKeyId and secretAccessKey go together',
    );
  });
});
