import type { ArtifactEvent } from '@ameide/plugin-transformation-common';
import type { ArtifactRow } from '../database/tables';

/** What the stream says of an artifact; everything but its tenant. */
export type ArtifactState = Omit<ArtifactRow, 'tenant'>;

/**
 * The state after one more event.
 *
 * @param state - undefined before the first event, which must be `artifact-created`
 */
export function apply(
  state: ArtifactState | undefined,
  event: ArtifactEvent,
): ArtifactState {
  if (event.type === 'artifact-created') {
    return {
      id: event.artifactId,
      kind: event.data.kind,
      title: event.data.title,
      owner: event.data.owner,
      digest: event.data.digest,
      sequence: event.sequence,
      latest_revision: null,
      created_at: event.at,
      created_by: event.by,
      updated_at: event.at,
      updated_by: event.by,
    };
  }
  if (!state) {
    throw new Error(
      `The stream of artifact ${event.artifactId} does not start with its creation`,
    );
  }
  const next = {
    ...state,
    sequence: event.sequence,
    updated_at: event.at,
    updated_by: event.by,
  };
  switch (event.type) {
    case 'content-changed':
      return { ...next, digest: event.data.digest };
    case 'artifact-renamed':
      return { ...next, title: event.data.title };
    case 'revision-made':
      return { ...next, latest_revision: JSON.stringify(revisionOf(event)) };
    default:
      throw new Error(`Unknown event ${JSON.stringify(event satisfies never)}`);
  }
}

/** Folds a stream, oldest event first. */
export function fold(events: ArtifactEvent[]): ArtifactState | undefined {
  return events.reduce<ArtifactState | undefined>(apply, undefined);
}

/** The revision that an event made. */
export function revisionOf(
  event: Extract<ArtifactEvent, { type: 'revision-made' }>,
) {
  const { number, ofSequence: sequence, note } = event.data;
  return {
    number,
    sequence,
    ...(note && { note }),
    createdAt: event.at,
    createdBy: event.by,
  };
}
