import type { InstanceDetail } from '@ameide/plugin-transformation-common';
import type { Mark } from '../../../diagram/marks';
import type { OpenDiagram } from '../../../diagram/openDiagram';

/** What an instance looks like on its drawing: its way, its tokens, and what has gone wrong. */
export function instanceMarks(
  instance: InstanceDetail,
  diagram: OpenDiagram,
): Mark[] {
  const { state, failingJobs } = instance;
  const path = state?.path ?? [];
  const visited: Mark[] = [
    ...new Set([...path, ...flowsTaken(path, diagram)]),
  ].map(elementId => ({ elementId, tone: 'visited' }));

  const counts = new Map<string, number>();
  for (const { elementId } of state?.tokens ?? []) {
    counts.set(elementId, (counts.get(elementId) ?? 0) + 1);
  }
  const tokens: Mark[] = [...counts].map(([elementId, count]) => ({
    elementId,
    tone: 'token',
    badge: String(count),
    title: count === 1 ? 'One token is here' : `${count} tokens are here`,
  }));

  const wrong: Mark[] = [
    ...(state?.incidents ?? []).map(i => ({
      elementId: i.elementId,
      title: `Incident: ${i.message}`,
    })),
    ...failingJobs.map(j => ({
      elementId: j.elementId,
      title: `Attempt ${j.attempt} failed: ${j.message}`,
    })),
  ].map(mark => ({ ...mark, tone: 'error', badge: '!' }));

  return [...visited, ...tokens, ...wrong];
}

/** The flows whose target was entered after their source. */
function flowsTaken(path: string[], diagram: OpenDiagram): string[] {
  return diagram
    .flows()
    .filter(flow => {
      const left = path.indexOf(flow.source);
      return left >= 0 && path.lastIndexOf(flow.target) > left;
    })
    .map(flow => flow.id);
}
