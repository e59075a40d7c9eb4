import type {
  ArtifactEvent,
  ElementChange,
} from '@ameide/plugin-transformation-common';

/** The elements that an event touched, what was only moved at the end. */
export function changesOf(event: ArtifactEvent): ElementChange[] {
  return event.type === 'content-changed'
    ? [...event.data.changes, ...event.data.layout]
    : [];
}

/** What an event says to a person, after the name of who did it: `changed 3 elements`. */
export function describeEvent(event: ArtifactEvent): string {
  switch (event.type) {
    case 'artifact-created':
      return `created “${event.data.title}”`;
    case 'content-changed':
      return event.data.rolledBackTo
        ? `rolled it back to revision r${event.data.rolledBackTo}`
        : describeChanges(changesOf(event));
    case 'artifact-renamed':
      return `renamed it from “${event.data.previousTitle}” to “${event.data.title}”`;
    case 'artifact-tagged':
      return event.data.tags.length
        ? `tagged it ${event.data.tags.join(', ')}`
        : 'took its tags away';
    case 'artifact-linked':
      return `linked it: ${event.data.relation} ${event.data.target}`;
    case 'artifact-unlinked':
      return `took a link away: ${event.data.relation} ${event.data.target}`;
    case 'artifact-archived':
      return 'archived it';
    case 'artifact-restored':
      return 'brought it back from the archive';
    case 'comment-added':
      return `said: ${event.data.text}`;
    case 'revision-made':
      return withNote(`made revision r${event.data.number}`, event.data.note);
    case 'revision-submitted':
      return withNote(
        `submitted revision r${event.data.number}`,
        event.data.note,
      );
    case 'revision-approved':
      return withNote(
        `approved revision r${event.data.number}`,
        event.data.note,
      );
    case 'revision-rejected':
      return withNote(
        `rejected revision r${event.data.number}`,
        event.data.reason,
      );
    case 'finding-waived':
      return `waived ${event.data.code} in revision r${event.data.number}: ${event.data.reason}`;
    case 'revision-promoted':
      return `promoted revision r${event.data.number}`;
    default:
      return 'did something that this version of the page does not know';
  }
}

function withNote(what: string, note?: string): string {
  return note ? `${what}: ${note}` : what;
}

function describeChanges(changes: ElementChange[]): string {
  if (!changes.length) return 'saved the drawing without changing an element';
  const counts = (['added', 'removed', 'changed', 'moved'] as const)
    .map(kind => [kind, changes.filter(c => c.change === kind).length] as const)
    .filter(([, count]) => count > 0);
  return counts
    .map(([kind, count], index) =>
      index === 0
        ? `${kind} ${count} ${count === 1 ? 'element' : 'elements'}`
        : `${kind} ${count}`,
    )
    .join(', ');
}

/** `added service task “Check stock”`, with the detail where there is one. */
export function describeChange(change: ElementChange): string {
  const type = change.elementType
    .replace(/^bpmn:/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const name = change.elementName
    ? `“${change.elementName}”`
    : change.elementId;
  return `${change.change} ${type} ${name}${
    change.detail ? ` — ${change.detail}` : ''
  }`;
}
