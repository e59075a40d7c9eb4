import {
  artifactEvent,
  type ArtifactEvent,
} from '@ameide/plugin-transformation-common';
import type { EventRow } from '../../database/tables';
import { upcast, versionOf } from './versions';

/** An event as its row tells, in the version of now. */
export function eventOfRow(row: EventRow): ArtifactEvent {
  return artifactEvent.parse({
    artifactId: row.artifact_id,
    sequence: row.sequence,
    commandId: row.command_id,
    at: row.at,
    by: row.by,
    type: row.type,
    data: upcast(
      row.type as ArtifactEvent['type'],
      row.type_version,
      JSON.parse(row.data),
    ),
  });
}

/** The row that keeps an event. */
export function rowOfEvent(event: ArtifactEvent): Omit<EventRow, 'tenant'> {
  return {
    artifact_id: event.artifactId,
    sequence: event.sequence,
    type: event.type,
    type_version: versionOf(event.type),
    command_id: event.commandId,
    at: event.at,
    by: event.by,
    data: JSON.stringify(event.data),
  };
}
