import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { ownPairs } from '../packages/bpmn-temporal/scripts/twins/arguments';
import { compareTwins } from '../packages/bpmn-temporal/scripts/twins/twins';
import { rounded, type Figure } from './figures';

/** What the compiled drawings cost beside their twins; each figure is of the twin that comes off worst. */
export async function histories(
  environment: TestWorkflowEnvironment,
): Promise<Figure[]> {
  const events: number[] = [];
  const bytes: number[] = [];
  const bundles: number[] = [];
  for (const files of ownPairs()) {
    const comparison = await compareTwins(environment, files);
    const { rows, bundle } = comparison;
    const ratio = ({ compiled, twin }: { compiled: number; twin: number }) =>
      compiled / twin;
    // a type of event too many is not made up for by one of another type
    const extra = rows.find(({ fine }) => !fine);
    events.push(extra ? ratio(extra) : ratio(comparison.events));
    bytes.push(ratio(comparison.bytes));
    bundles.push(ratio(bundle));
  }
  const farthest = events.reduce(
    (worst, one) => (Math.abs(one - 1) > Math.abs(worst - 1) ? one : worst),
    1,
  );
  return [
    {
      name: 'history_events',
      value: farthest === 1 ? 1 : rounded(farthest),
      unit: '',
      goal: '= 1',
    },
    worst('history_bytes', bytes, '<= 1.2'),
    worst('bundle', bundles, '<= 1.5'),
  ];
}

function worst(name: string, ratios: readonly number[], goal: string): Figure {
  return { name, value: rounded(Math.max(...ratios)), unit: '', goal };
}
