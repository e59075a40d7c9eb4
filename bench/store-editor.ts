import { v7 as uuidv7 } from 'uuid';
import type { ArtifactCommand } from '../plugins/transformation-common/src';
import type { Person } from '../scripts/factory/person';
import { drawingOf } from './twins-served';

type Given = ArtifactCommand extends infer C
  ? C extends ArtifactCommand
    ? Omit<C, 'commandId' | 'expectedSequence'>
    : never
  : never;

/** Gives the next command of somebody who draws: six in ten change the drawing. */
export async function edit(
  { api }: Person,
  id: string,
): Promise<() => Promise<void>> {
  const drawing = drawingOf('five-jobs');
  const created = await api.createArtifact({
    commandId: uuidv7(),
    id,
    title: 'Five jobs',
    content: drawing,
  });
  let { sequence } = created.artifact;
  let nth = 0;
  const next = (): Given => {
    nth += 1;
    if (nth % 10 === 3) return { type: 'comment', text: `Number ${nth}` };
    if (nth % 10 === 5) return { type: 'rename', title: `Five jobs ${nth}` };
    if (nth % 10 === 7) return { type: 'tag', tags: [`tag-${nth % 5}`] };
    if (nth % 50 === 9) return { type: 'make-revision', note: `${nth}` };
    const content = drawing.replace(/name="[^"]*"/, `name="Step ${nth}"`);
    return { type: 'change', content };
  };
  return async () => {
    const given = {
      ...next(),
      commandId: uuidv7(),
      expectedSequence: sequence,
    } as ArtifactCommand;
    const { artifact } = await api.command(id, given);
    sequence = artifact.sequence;
  };
}
