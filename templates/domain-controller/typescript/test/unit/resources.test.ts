import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Code } from '@connectrpc/connect';
import { assertEtag, etagOf } from '../../src/resources/etag.ts';
import { formatName, parseName } from '../../src/resources/names.ts';
import {
  formatPageToken,
  pageSizeOf,
  parsePageToken,
} from '../../src/resources/pageToken.ts';
import { withCode } from '../support/code.ts';

const id = '0190c0de-0000-7000-8000-000000000001';

describe('names', () => {
  it('go there and back', () => {
    const name = formatName('things', { tenantId: 'acme', id });
    assert.equal(name, `tenants/acme/things/${id}`);
    assert.deepEqual(parseName('things', name), { tenantId: 'acme', id });
  });

  for (const name of [
    '',
    `tenants/acme/others/${id}`,
    `tenants//things/${id}`,
    `tenants/a\0b/things/${id}`,
    `tenants/acme/things/${id}/more`,
    "tenants/acme/things/' OR 1=1 --",
  ]) {
    it(`refuses ${JSON.stringify(name)}`, () => {
      assert.throws(() => parseName('things', name), isInvalid);
    });
  }
});

describe('page tokens', () => {
  it('go there and back', () => {
    const token = formatPageToken('things', id);
    assert.equal(parsePageToken('things', token), id);
    assert.equal(parsePageToken('things', ''), undefined);
  });

  it('are of one collection', () => {
    const token = formatPageToken('others', id);
    assert.throws(() => parsePageToken('things', token), isInvalid);
    assert.throws(() => parsePageToken('things', 'x'), isInvalid);
  });

  it('hold pages within limits', () => {
    assert.deepEqual([0, -1, 7, 10_000].map(pageSizeOf), [50, 50, 7, 200]);
  });
});

describe('etags', () => {
  it('refuse what is old, and nothing where there is none', () => {
    assert.doesNotThrow(() => assertEtag(etagOf('2'), '2'));
    assert.doesNotThrow(() => assertEtag('', '2'));
    assert.throws(() => assertEtag(etagOf('1'), '2'), withCode(Code.Aborted));
  });
});

const isInvalid = withCode(Code.InvalidArgument);
