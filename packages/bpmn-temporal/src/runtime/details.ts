import { setCurrentDetails } from '@temporalio/workflow';
import type { Instance } from './instance';

/** More lines than these nobody reads. */
const limit = 20;

/** Says in Temporal's own page where the tokens are; takes no event of the history. */
export function tellDetails(instance: Instance): void {
  const lines = new Set<string>();
  for (const { elementId, name } of instance.tokens)
    lines.add(name ? `- ${name} (\`${elementId}\`)` : `- \`${elementId}\``);
  for (const { state } of instance.incidents.values())
    lines.add(`- incident of \`${state.elementId}\`: ${state.message}`);
  const all = [...lines];
  const more = all.length > limit ? [`- and ${all.length - limit} more`] : [];
  const details = [...all.slice(0, limit), ...more].join('\n');
  if (details === instance.details) return;
  instance.details = details;
  setCurrentDetails(details);
}
