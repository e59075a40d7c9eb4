import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { tellingIds } from './rules/tellingIds.ts';
import { whoDoesIt } from './rules/whoDoesIt.ts';

/** The elements that are Zeebe's. */
const zeebe = createRequire(import.meta.url)(
  'zeebe-bpmn-moddle/resources/zeebe.json',
) as object;

/** Our own rules, by the names that rules.yaml has for them. */
const OWN: Record<string, () => object> = {
  'telling-ids': tellingIds,
  'who-does-it': whoDoesIt,
};

/** Something that a rule has against the drawing. */
export interface Finding {
  rule: string;
  category: 'error' | 'warn';
  elementId: string;
  message: string;
}

/**
 * What the rules have against a drawing, errors first.
 *
 * @param config - rules.yaml, read
 * @throws Error where the drawing is no BPMN
 */
export async function lint(
  drawing: string,
  config: object,
): Promise<Finding[]> {
  const known = new NodeResolver();
  const resolver = {
    resolveRule: (pkg: string, rule: string) =>
      pkg === 'bpmnlint-plugin-own' ? OWN[rule] : known.resolveRule(pkg, rule),
    resolveConfig: (pkg: string, name: string) =>
      known.resolveConfig(pkg, name),
  };
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(drawing);
  const byRule = await new Linter({ config, resolver }).lint(rootElement);
  return Object.entries(byRule)
    .flatMap(([rule, found]) =>
      found.map(
        ({ id, message, category }): Finding => ({
          rule,
          category: category === 'warn' ? 'warn' : 'error',
          elementId: id,
          message,
        }),
      ),
    )
    .sort((a, b) => a.category.localeCompare(b.category));
}
