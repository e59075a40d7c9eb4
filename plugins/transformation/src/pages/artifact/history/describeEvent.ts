import type {
  ArtifactEvent,
  ElementChange,
} from '@ameide/plugin-transformation-common';

/** What an event says to a person, after the name of who did it: `changed 3 elements`. */
export function describeEvent(event: ArtifactEvent): string {
  switch (event.type) {
    case 'artifact-created':
      return `created “${event.data.title}”`;
    case 'content-changed':
      return describeChanges(event.data.changes);
    case 'artifact-renamed':
      return `renamed it from “${event.data.previousTitle}” to “${event.data.title}”`;
    case 'revision-made':
      return `made revision r${event.data.number}${
        event.data.note ? `: ${event.data.note}` : ''
      }`;
    default:
      return 'did something that this version of the page does not know';
  }
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
