import type { ArtifactCommand } from '@ameide/plugin-transformation-common';
import { archive, restore } from './archive';
import { change, rollBack } from './content';
import { comment, rename, tag } from './describe';
import type { CommandHandler } from './handler';
import { link, unlink } from './links';
import {
  approve,
  makeRevision,
  promote,
  reject,
  submit,
  waive,
} from './revisions';

const HANDLERS: { [T in ArtifactCommand['type']]: CommandHandler<T> } = {
  change,
  rename,
  tag,
  link,
  unlink,
  archive,
  restore,
  comment,
  'make-revision': makeRevision,
  submit,
  approve,
  reject,
  waive,
  promote,
  'roll-back': rollBack,
};

/** The handler of a command's type. */
export function handlerOf<T extends ArtifactCommand['type']>(
  type: T,
): CommandHandler<T> {
  return HANDLERS[type];
}
