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

/**
 * A template with no steps but those that can be done alone. A dry-run of a
 * stored template runs with the factory's own rights, as agents may not dry-run;
 * a step that reads what the caller may not see must not be among it.
 */
export function alone(template: TemplateEntityV1beta3): {
  template: TemplateEntityV1beta3;
  /** Names of the steps that a task would do beside these. */
  leftOut: string[];
} {
  const { steps } = template.spec;
  const kept = steps.filter(({ action }) => ON_THE_WORKSPACE.has(action));
  return {
    // what steps that are left out give is not there to be shown
    template: {
      ...template,
      spec: { ...template.spec, steps: kept, output: undefined },
    },
    leftOut: steps
      .filter(step => !kept.includes(step))
      .map(({ name, action }) => name ?? action),
  };
}
