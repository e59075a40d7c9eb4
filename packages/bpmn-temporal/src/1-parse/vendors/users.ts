import { list, text } from '../moddle';
import type { Moddle } from '../moddle';
import { extend, map } from '../zeebe';
import type { Carry } from './carry';
import { valueOf } from './el';
import { children } from './said';
import type { Said } from './said';

/** Attribute there → type and attribute here. */
const attributes: readonly (readonly [string, string, string])[] = [
  ['assignee', 'AssignmentDefinition', 'assignee'],
  ['candidateUsers', 'AssignmentDefinition', 'candidateUsers'],
  ['candidateGroups', 'AssignmentDefinition', 'candidateGroups'],
  ['dueDate', 'TaskSchedule', 'dueDate'],
  ['followUpDate', 'TaskSchedule', 'followUpDate'],
  ['priority', 'PriorityDefinition', 'priority'],
  ['formKey', 'FormDefinition', 'formKey'],
  ['formRef', 'FormDefinition', 'formKey'],
];

/** Who may do a user task, until when, by which form. What a form asks for is all that comes out of the task. */
export const users: Carry = {
  types: ['userTask'],
  carry(said, prefixes) {
    const found = new Map<string, Record<string, string>>();
    for (const [name, type, property] of attributes) {
      const value = valueOf(said.attribute(name) ?? '');
      if (!value) continue;
      found.set(type, { ...found.get(type), [property]: value });
      said.take(name);
    }
    for (const [type, properties] of found)
      extend(said.element, type, properties);
    said.take('formRefBinding');
    forms(said, prefixes);
  },
};

function forms(said: Said, prefixes: ReadonlySet<string>): void {
  const fields: Moddle[] = [];
  for (const data of said.extensions('formData')) {
    fields.push(...children(data, 'formField', prefixes));
    said.takeExtension(data);
  }
  for (const property of said.extensions('formProperty')) {
    // a property with an expression sets more than its own variable
    if (property.expression !== undefined) continue;
    if (property.writable !== 'false') fields.push(property);
    said.takeExtension(property);
  }
  const names = fields
    .map(field => text(field.variable) || text(field.id))
    .filter(name => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  if (names.length === fields.length)
    map(
      said.element,
      'outputParameters',
      names.map(name => ({ source: `=${name}`, target: name })),
    );
}

/** What the form of a start event asks for is what the instance is started with. */
export const startForms: Carry = {
  types: ['startEvent'],
  carry(said) {
    for (const name of ['formData', 'formProperty'])
      for (const form of list(said.extensions(name))) said.takeExtension(form);
    said.take('formKey', 'formRef', 'formRefBinding');
  },
};
