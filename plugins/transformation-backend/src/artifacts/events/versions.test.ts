import { artifactEvent } from '@ameide/plugin-transformation-common';
import { eventOfRow } from './rows';
import { upcast, versionOf } from './versions';
import fixtures from './fixtures.json';

const rowOf = (type: string, type_version: number, data: object) => ({
  tenant: 'demo',
  artifact_id: 'a',
  sequence: 1,
  command_id: '01a208f4-5b2b-74bc-95bc-24a7bd4d7e52',
  at: '2026-11-23T10:00:00.000Z',
  by: 'user:demo/ada',
  type,
  type_version,
  data: JSON.stringify(data),
});
const TYPES = artifactEvent.options.map(({ shape }) => shape.type.value);

describe('stored events', () => {
  it.each(fixtures)('are read: $type, version $version', fixture => {
    const { type, version, data } = fixture;
    const now = 'now' in fixture ? fixture.now : data;
    expect(eventOfRow(rowOf(type, version, data)).data).toEqual(now);
  });

  it('have a fixture for every version of every type', () => {
    const versions = TYPES.flatMap(type =>
      Array.from(
        { length: versionOf(type) },
        (_, index) => `${type} ${index + 1}`,
      ),
    );
    expect(
      fixtures.map(({ type, version }) => `${type} ${version}`).sort(),
    ).toEqual(versions.sort());
  });

  it('of a newer release are refused, not guessed at', () => {
    expect(() => upcast('artifact-renamed', 2, {})).toThrow(
      'Version 2 of the event artifact-renamed is newer than this release, which knows 1',
    );
  });
});
