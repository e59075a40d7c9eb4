import { DmnModdle } from 'dmn-moddle';
import type { DmnModel } from '@ameide/plugin-transformation-common';
import type { ModdleDocument } from '../moddle/apply';
import type { ModdleElement } from '../moddle/element';
import { openModdle, type Moddle } from '../moddle/open';
import { problemOfDeclarations } from '../xml/declarations';

type Children = ModdleElement[] | undefined;
type Decision = DmnModel['decisions'][number];

/** One for all: what it learns of the types takes longer than reading most decisions. */
const moddle = new DmnModdle() as unknown as Moddle;

/** Reads DMN XML. @throws Error that names the place */
export async function openDmn(xml: string): Promise<ModdleDocument> {
  const problem = problemOfDeclarations(xml);
  if (problem) throw new Error(problem);
  const expression = (type: string, text: string) =>
    type === 'dmn:UnaryTests' || type === 'dmn:LiteralExpression'
      ? moddle.create(type, { text })
      : undefined;
  return openModdle(moddle, xml, expression).catch((error: Error) => {
    throw new Error(
      `this is no DMN XML (${
        error.message.split('\n')[0]
      }); export it again as DMN 1.3`,
    );
  });
}

/** What DMN XML says. @throws Error that names the place */
export async function readDmn(xml: string): Promise<DmnModel> {
  const { root } = await openDmn(xml);
  const elements = (root.drgElement as Children) ?? [];
  const of = (type: string) => elements.filter(({ $type }) => $type === type);
  return {
    ...headOf(root),
    inputData: of('dmn:InputData').map(headOf),
    decisions: of('dmn:Decision').map(decisionOf),
    layout: layoutOf(root),
  };
}

function headOf({ id, name }: ModdleElement) {
  return { id: id ?? '', ...(name && { name }) };
}

function decisionOf(decision: ModdleElement): Decision {
  const logic = decision.decisionLogic as ModdleElement | undefined;
  const table = logic?.$type === 'dmn:DecisionTable' ? logic : undefined;
  const clauses = (name: string) =>
    ((table?.[name] as Children) ?? []).map(clauseOf);
  return {
    ...headOf(decision),
    requires: requirementsOf(decision),
    ...(table && { hitPolicy: String(table.hitPolicy ?? 'UNIQUE') }),
    inputs: clauses('input'),
    outputs: clauses('output'),
    rules: ((table?.rule as Children) ?? []).map(rule => ({
      id: rule.id ?? '',
      ...(rule.description !== undefined && {
        annotation: String(rule.description),
      }),
      when: textsOf(rule.inputEntry as Children),
      then: textsOf(rule.outputEntry as Children),
    })),
    ...(logic?.$type === 'dmn:LiteralExpression' && {
      literal: { id: logic.id ?? '', text: String(logic.text ?? '') },
    }),
  };
}

function clauseOf(clause: ModdleElement) {
  const input = clause.inputExpression as ModdleElement | undefined;
  const type = input?.typeRef ?? clause.typeRef;
  const name = clause.label ?? clause.name;
  return {
    id: clause.id ?? '',
    ...(name !== undefined && { name: String(name) }),
    ...(input?.text !== undefined && { expression: String(input.text) }),
    ...(type !== undefined && { type: String(type) }),
  };
}

function textsOf(entries: Children): string[] {
  return (entries ?? []).map(({ text }) => String(text ?? ''));
}

function requirementsOf(decision: ModdleElement): string[] {
  return ((decision.informationRequirement as Children) ?? []).flatMap(
    ({ requiredDecision, requiredInput }) => {
      const reference = (requiredDecision ?? requiredInput) as
        | { href?: string }
        | undefined;
      return reference?.href ? [reference.href.replace(/^#/, '')] : [];
    },
  );
}

function layoutOf(root: ModdleElement): DmnModel['layout'] {
  const di = root.dmnDI as { diagrams?: ModdleElement[] } | undefined;
  return (di?.diagrams ?? [])
    .flatMap(diagram => (diagram.diagramElements as Children) ?? [])
    .flatMap(({ dmnElementRef, bounds }) => {
      const shown = (dmnElementRef as ModdleElement | undefined)?.id;
      const { x, y, width, height } = (bounds ?? {}) as Record<string, number>;
      return shown && bounds ? [{ id: shown, x, y, width, height }] : [];
    });
}
