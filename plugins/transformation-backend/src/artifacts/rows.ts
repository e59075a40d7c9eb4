import {
  artifactEvent,
  artifactName,
  revision,
  type Artifact,
  type ArtifactEvent,
} from '@ameide/plugin-transformation-common';
import type { ArtifactRow, EventRow } from '../database/tables';

/** The newest version of each event type; older ones would be brought up to it here. */
export const EVENT_TYPE_VERSION = 1;

/** An artifact as its row of the projection tells. */
export function artifactOfRow(row: ArtifactRow): Artifact {
  return {
    id: row.id,
    name: artifactName(row.tenant, row.id),
    tenant: row.tenant,
    kind: row.kind as Artifact['kind'],
    title: row.title,
    owner: row.owner,
    sequence: row.sequence,
    ...(row.latest_revision && {
      latestRevision: revision.parse(JSON.parse(row.latest_revision)),
    }),
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

/** An event as its row tells. */
export function eventOfRow(row: EventRow): ArtifactEvent {
  return artifactEvent.parse({
    artifactId: row.artifact_id,
    sequence: row.sequence,
    commandId: row.command_id,
    at: row.at,
    by: row.by,
    type: row.type,
    data: JSON.parse(row.data),
  });
}

/** The row that keeps an event. */
export function rowOfEvent(event: ArtifactEvent): Omit<EventRow, 'tenant'> {
  return {
    artifact_id: event.artifactId,
    sequence: event.sequence,
    type: event.type,
    type_version: EVENT_TYPE_VERSION,
    command_id: event.commandId,
    at: event.at,
    by: event.by,
    data: JSON.stringify(event.data),
  };
}
