import knexFactory from 'knex';
import { mockServices } from '@backstage/backend-test-utils';
import { rebuildProjections } from '../../plugins/transformation-backend/src/artifacts/rebuild';
import { openDatabase } from '../../plugins/transformation-backend/src/database/database';
import type {
  ArtifactEvent,
  ChangeNotice,
} from '../../plugins/transformation-common/src';
import type { Person } from '../factory/person';
import type { Engine } from './engine';
import { SHARED, type Acknowledged } from './writer';

/** One thing that has to be true after a run; `wrong` lists where it is not. */
export interface Verdict {
  name: string;
  wrong: string[];
}

/** Compares what the clients were told with what is stored. */
export async function judge(
  person: Person,
  acknowledged: Acknowledged[],
  seen: ChangeNotice[],
): Promise<Verdict[]> {
  const streams = new Map<string, ArtifactEvent[]>();
  for (const id of SHARED) {
    streams.set(id, (await person.api.listEvents(id)).items);
  }
  const stored = [...streams.values()].flat();
  const byCommand = new Map<string, ArtifactEvent[]>();
  for (const event of stored) {
    const of = byCommand.get(event.commandId) ?? [];
    byCommand.set(event.commandId, [...of, event]);
  }
  const places = seen.map(
    ({ artifact, sequence }) => `${artifact.split('/').pop()}#${sequence}`,
  );
  const wanted = stored.map(
    ({ artifactId, sequence }) => `${artifactId}#${sequence}`,
  );
  return [
    {
      name: 'no acknowledged command is lost',
      wrong: acknowledged
        .filter(
          ({ artifact, commandId, sequence }) =>
            streams.get(artifact)?.[sequence - 1]?.commandId !== commandId,
        )
        .map(({ artifact, sequence }) => `${artifact}#${sequence}`),
    },
    {
      name: 'no command is applied twice',
      wrong: [...byCommand]
        .filter(([, events]) => events.length > 1)
        .map(([commandId]) => commandId),
    },
    {
      name: 'sequences have no gaps',
      wrong: [...streams].flatMap(([id, events]) =>
        events
          .filter(({ sequence }, index) => sequence !== index + 1)
          .map(({ sequence }) => `${id}#${sequence}`),
      ),
    },
    {
      name: 'every event is seen by a consumer with a cursor, in order and once',
      wrong: [
        ...wanted.filter(place => !places.includes(place)),
        ...places.filter((place, index) => places.indexOf(place) !== index),
        ...seen
          .filter(({ position }, index) => position !== index + 1)
          .map(({ position }) => `position ${position}`),
        ...SHARED.flatMap(id =>
          seen
            .filter(({ artifact }) => artifact.endsWith(`/${id}`))
            .filter(({ sequence }, index) => sequence !== index + 1)
            .map(({ sequence }) => `${id}#${sequence} out of order`),
        ),
      ],
    },
  ];
}

/** Folds all streams again, with the backend away, and compares. */
export async function judgeProjections(
  { connection }: Engine,
  tenant: string,
): Promise<Verdict> {
  const knex = knexFactory({ ...connection, useNullAsDefault: true });
  try {
    const database = await openDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    const { mended } = await rebuildProjections(database, tenant, 'all');
    return { name: 'no projection differs from its rebuild', wrong: mended };
  } finally {
    await knex.destroy();
  }
}
