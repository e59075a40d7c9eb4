import { list, text, typeName } from '../1-parse/moddle';
import type { Moddle } from '../1-parse/moddle';
import type { DecisionTable, Logic } from './model';

/** What a decision does: a table or an expression; anything else of DMN is refused where it is called. */
export function logicOf(decision: Moddle): Logic {
  const logic = decision.decisionLogic as Moddle | undefined;
  if (!logic) return { kind: 'unsupported', what: 'nothing in it' };
  if (list(decision.knowledgeRequirement).length)
    return { kind: 'unsupported', what: 'a business knowledge model' };
  switch (logic.$type) {
    case 'dmn:LiteralExpression':
      return { kind: 'literal', text: text(logic.text).trim() };
    case 'dmn:DecisionTable':
      return tableOf(logic);
    default:
      return { kind: 'unsupported', what: `a ${typeName(logic)}` };
  }
}

function tableOf(table: Moddle): DecisionTable {
  const policy = text(table.hitPolicy) || 'UNIQUE';
  const aggregation = text(table.aggregation);
  return {
    kind: 'table',
    hitPolicy: aggregation ? `${policy} ${aggregation}` : policy,
    inputs: list(table.input).map(input => ({
      label: text(input.label),
      expression: textIn(input.inputExpression),
    })),
    outputs: list(table.output).map(output => ({
      name: text(output.name),
      values: textIn(output.outputValues),
      otherwise: textIn(output.defaultOutputEntry),
    })),
    rules: list(table.rule).map(rule => ({
      annotation:
        list(rule.annotationEntry)
          .map(entry => text(entry.text))
          .filter(Boolean)
          .join('; ') || text(rule.description),
      tests: list(rule.inputEntry).map(textIn),
      outputs: list(rule.outputEntry).map(textIn),
    })),
  };
}

function textIn(element: unknown): string {
  return text((element as Moddle | undefined)?.text).trim();
}
