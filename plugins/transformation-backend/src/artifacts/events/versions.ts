import type { ArtifactEvent } from '@ameide/plugin-transformation-common';

type Data = Record<string, unknown>;
type EventType = ArtifactEvent['type'];

/**
 * What brings the data of an event to the next version: the first entry of a
 * type reads version 1. An entry is never taken away, since stored events are
 * never rewritten.
 */
const UPCASTERS: Partial<Record<EventType, ((data: Data) => Data)[]>> = {
  'content-changed': [movedApart],
};

/** The version in which events of a type are written now. */
export function versionOf(type: EventType): number {
  return (UPCASTERS[type]?.length ?? 0) + 1;
}

/**
 * The data of an event in the version of now.
 *
 * @throws Error where a newer release wrote it
 */
export function upcast(type: EventType, version: number, data: Data): Data {
  if (version > versionOf(type)) {
    throw new Error(
      `Version ${version} of the event ${type} is newer than this release, which knows ${versionOf(
        type,
      )}; run the release that wrote it`,
    );
  }
  const steps = UPCASTERS[type]?.slice(version - 1) ?? [];
  return steps.reduce((given, step) => step(given), data);
}

/** Version 1 had what was only moved among the other changes. */
function movedApart(data: Data): Data {
  const changes = data.changes as { change: string }[];
  return {
    ...data,
    changes: changes.filter(({ change }) => change !== 'moved'),
    layout: changes.filter(({ change }) => change === 'moved'),
  };
}
