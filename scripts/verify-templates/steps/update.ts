import assert from 'node:assert/strict';
import { parseEntityRef } from '@backstage/catalog-model';
import { ANSWERS_PATH } from '../../../plugins/transformation-common/src';
import { readTemplate, type File } from '../scaffolder';
import type { Output, Step } from '../step';
import { startService } from '../update/service';
import { editedByHand, newerTemplate, subjectsOf } from '../update/versions';

/** A service of this version, changed by hand in three files, gets the next version of its template. */
export const update: Step = {
  name: 'update',
  async run({ dir, input, scaffolder }: Output) {
    const scaffold = async (template: ReturnType<typeof readTemplate>) => {
      const result = await scaffolder.scaffold(template, input.values);
      if ('refused' in result) throw new Error(`Refused: ${result.refused}`);
      return result.files;
    };
    const template = readTemplate(input.template);
    const before = await scaffold(template);
    const subjects = subjectsOf(template, before);
    const after = await scaffold(newerTemplate(template, subjects));
    const service = await startService(
      `${dir}.update`,
      // as in group:demo/sales
      parseEntityRef(String(input.values.owner)).namespace,
    );
    try {
      const first = await service.propose(before);
      await service.merge(first.pullRequest!.id);
      await service.commit(before.map(file => editedByHand(file, subjects)));
      const { from, to, conflicts } = await service.propose(after);
      assert.deepEqual({ from, to }, { from: '0.1.0', to: '0.2.0' });
      assert.deepEqual(conflicts, [subjects.contested]);
      const merged = await service.read('factory/_template');
      assert.match(merged.get(subjects.both)!, / by hand$/m);
      assert.match(merged.get(subjects.both)!, / newer$/m);
      assert.match(merged.get(subjects.byHand)!, / by hand$/m);
      assert.match(
        merged.get(subjects.contested)!,
        /^<<<<<<< yours\n.* by hand\n=======\n.* newer\n>>>>>>> template$/m,
      );
      for (const { path, content } of after) {
        if (Object.values(subjects).includes(path)) continue;
        assert.equal(merged.get(path), content.toString(), path);
      }
      assert.match(merged.get(ANSWERS_PATH)!, /^version: 0\.2\.0$/m);
      assert.deepEqual(await service.read('factory/base'), textsOf(after));
      return `${subjects.both}, ${subjects.byHand}; contested: ${subjects.contested}`;
    } finally {
      await service.stop();
    }
  },
};

const textsOf = (files: File[]) =>
  new Map(
    files
      .map(({ path, content }): [string, string] => [path, content.toString()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
