import { extension, list, text } from '../moddle';
import type { Moddle } from '../moddle';
import { create, set } from '../change';
import { extend, map } from '../zeebe';
import type { Carry } from './carry';
import { valueOf } from './el';
import { bodyOf, children, saidOf } from './said';
import type { Said } from './said';

const tasks = [
  'serviceTask',
  'sendTask',
  'businessRuleTask',
  'scriptTask',
  'intermediateThrowEvent',
  'endEvent',
];

/** Who does a task: topics, classes, delegates and calls of beans are types of jobs; fields are headers. */
export const jobs: Carry = {
  types: tasks,
  carry(said, prefixes) {
    const { element } = said;
    // a message event has these at its definition
    const definitions = list(element.eventDefinitions)
      .filter(({ $type }) => $type === 'bpmn:MessageEventDefinition')
      .map(definition => saidOf(definition, prefixes));
    for (const part of [said, ...definitions]) implementation(part, element);
    connector(said, prefixes);
    for (const part of [said, ...definitions]) {
      result(part, element);
      if (extension(element, 'TaskDefinition')) fields(part, element, prefixes);
    }
    retries(said);
  },
};

function implementation(said: Said, element: Moddle): void {
  const type = jobType(said);
  if (type === undefined || extension(element, 'TaskDefinition')) return;
  extend(element, 'TaskDefinition', { type });
  said.take('type', 'topic', 'class', 'delegateExpression', 'expression');
}

function jobType(said: Said): string | undefined {
  const kind = said.attribute('type');
  if (kind === 'external' || kind === 'external-worker')
    return said.attribute('topic');
  const delegate = said.attribute('delegateExpression');
  return (
    kind ??
    said.attribute('class') ??
    (delegate && beanOf(delegate)) ??
    callOf(said.attribute('expression') ?? '') ??
    implementationOf(said.element)
  );
}

/** `chargeCard` for `${chargeCard}`. */
function beanOf(source: string): string | undefined {
  return /^[$#]\{\s*([\w.]+)\s*\}$/.exec(source)?.[1] ?? callOf(source);
}

/** `orders.ship` for `${orders.ship(order, 5)}`: the job gets all variables, and so what is handed over too. */
function callOf(source: string): string | undefined {
  return /^[$#]\{\s*([\w.]+)\s*\([^(){}]*\)\s*\}$/.exec(source)?.[1];
}

/** Activiti 7 names its connectors in an attribute of the standard, whose own values begin with ##. */
function implementationOf(element: Moddle): string | undefined {
  const value = text(element.implementation);
  return value && !value.startsWith('##') ? value : undefined;
}

function connector(said: Said, prefixes: ReadonlySet<string>): void {
  for (const found of said.extensions('connector')) {
    const [id] = children(found, 'connectorId', prefixes);
    const inner = list(found.$children).filter(child => child !== id);
    if (!id || extension(said.element, 'TaskDefinition')) continue;
    // what goes into a connector and comes out of it is said as it is of an activity
    for (const child of inner) {
      set(child, '$parent', found.$parent);
      set(found.$parent as Moddle, 'values', [
        ...list(found.$parent?.values),
        child,
      ]);
    }
    extend(said.element, 'TaskDefinition', { type: bodyOf(id) });
    said.takeExtension(found);
  }
}

/** The job answers the variable itself. */
function result(said: Said, element: Moddle): void {
  for (const name of ['resultVariable', 'resultVariableName']) {
    const variable = said.attribute(name);
    if (variable === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(variable))
      continue;
    if (said.attribute('decisionRef')) return;
    map(element, 'outputParameters', [
      { source: `=${variable}`, target: variable },
    ]);
    said.take(name);
  }
}

/** Constants are headers; where one is computed, all are input, which is then all that the job gets. */
function fields(
  said: Said,
  element: Moddle,
  prefixes: ReadonlySet<string>,
): void {
  const found = said.extensions('field');
  const entries = found.map(field => ({
    name: text(field.name),
    value: valueOf(fieldText(field, prefixes)),
  }));
  if (!found.length || entries.some(({ name, value }) => !name || !value))
    return;
  if (entries.some(({ value }) => value?.startsWith('=')))
    map(
      element,
      'inputParameters',
      entries.map(({ name, value = '' }) => ({ source: value, target: name })),
    );
  else {
    const headers = extend(element, 'TaskHeaders', {});
    set(
      headers,
      'values',
      entries.map(({ name, value }) =>
        create('zeebe:Header', headers, { key: name, value }),
      ),
    );
  }
  for (const field of found) said.takeExtension(field);
}

function fieldText(field: Moddle, prefixes: ReadonlySet<string>): string {
  const inside = ['string', 'expression'].flatMap(name =>
    children(field, name, prefixes).map(bodyOf),
  );
  return text(field.stringValue) || text(field.expression) || inside[0] || '';
}

/** R3/PT10M: three times; how long is waited in between is in policies.ts. */
function retries(said: Said): void {
  for (const cycle of said.extensions('failedJobRetryTimeCycle')) {
    const definition = extension(said.element, 'TaskDefinition');
    const count = /^(?:R([1-9]\d{0,3})\/.*|([1-9]\d{0,3}))$/.exec(
      bodyOf(cycle),
    );
    const times = count?.[1] ?? count?.[2];
    if (times === undefined) continue;
    if (definition) set(definition, 'retries', times);
    said.takeExtension(cycle);
  }
}
