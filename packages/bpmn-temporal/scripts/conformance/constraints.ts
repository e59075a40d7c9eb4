import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src';
import type { Constraint, Suite } from './suite';

export interface ConstraintResult {
  file: string;
  verdict: 'rejected' | 'accepted' | 'crashed';
  codes: string[];
  elements: string[];
}

/**
 * Codes that refuse a drawing for what is missing for its execution, or is another tool's: to be refused by one of
 * these is no proof that a rule of the standard was seen to be broken.
 */
const aside = /^BT(?:1101|110[456]|130\d|131[02]|140\d)$/;

/** Compiles the models that break a rule, jobs being made up where a task has none. */
export async function checkConstraints(
  suites: Suite[],
): Promise<{ constraint: Constraint; result: ConstraintResult }[]> {
  const results = [];
  for (const { folder, constraints } of suites)
    for (const constraint of constraints) {
      const result = await check(join(folder, constraint.file));
      results.push({
        constraint,
        result: { ...result, file: constraint.file },
      });
    }
  return results;
}

async function check(path: string): Promise<Omit<ConstraintResult, 'file'>> {
  try {
    const { diagnostics } = await compile(readFileSync(path, 'utf8'), {
      name: 'conformance',
      stub: true,
    });
    const errors = diagnostics.filter(
      ({ code, severity }) => severity === 'error' && !aside.test(code),
    );
    return {
      verdict: errors.length ? 'rejected' : 'accepted',
      codes: unique(errors.map(({ code }) => code)),
      elements: unique(errors.map(({ elementId }) => elementId ?? '')),
    };
  } catch {
    return { verdict: 'crashed', codes: [], elements: [] };
  }
}

function unique(values: string[]): string[] {
  return [...new Set(values)].filter(Boolean);
}
