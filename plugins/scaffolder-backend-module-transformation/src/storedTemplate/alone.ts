import { RENDERERS } from '../actions/renderers';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';

/** Actions that work on the workspace, and ask nobody for anything in somebody's name. */
const ON_THE_WORKSPACE = new Set([
  'ameide:compile-drawing',
  'ameide:copy-skeleton',
  'ameide:take-starter',
  ...RENDERERS.map(({ kind }) => `ameide:render-${kind}`),
  'debug:log',
  'fetch:plain',
  'fetch:plain:file',
  'fetch:template',
  'fetch:template:file',
  'fs:delete',
  'fs:readdir',
  'fs:rename',
]);

/** Says nothing where it is given nothing to say. */
const NOTHING = 'debug:log';

type Step = TemplateEntityV1beta3['spec']['steps'][number];

/**
 * A template in which steps that cannot be done alone do nothing. A dry-run of a
 * stored template runs with the factory's own rights, as agents may not dry-run;
 * a step that reads what the caller may not see must not be among it.
 */
export function alone(template: TemplateEntityV1beta3): {
  template: TemplateEntityV1beta3;
  /** Steps that do nothing; a task would do those whose conditions hold. */
  emptied: Step[];
} {
  const { steps } = template.spec;
  const emptied = steps.filter(({ action }) => !ON_THE_WORKSPACE.has(action));
  return {
    // what emptied steps would give is not there to be shown
    template: {
      ...template,
      spec: {
        ...template.spec,
        steps: steps.map(step => (emptied.includes(step) ? empty(step) : step)),
        output: undefined,
      },
    },
    emptied,
  };
}

function empty({ id, name, if: condition }: Step): Step {
  return {
    id,
    name,
    action: NOTHING,
    // what another step would give is not known, and so neither is whether it holds
    ...(!/\bsteps\b/.test(String(condition)) && { if: condition }),
  };
}
