import { hostOf, typeName } from '../../1-parse/moddle';
import { executed } from '../executed';
import type { Rule } from '../rule';

export const zeebeExtension: Rule = {
  code: 'BT1105',
  severity: 'error',
  title: 'A Zeebe extension element is not supported there',
  hint: 'Remove it, or draw what it does.',
  *find(parsed) {
    for (const { element, processId } of executed(parsed)) {
      if (!element.$type.startsWith('zeebe:')) continue;
      const parent = element.$parent;
      if (parent?.$type !== 'bpmn:ExtensionElements') continue;
      const host = hostOf(element);
      const hosts = allowed[element.$type.slice('zeebe:'.length)];
      if (host && (hosts === 'any' || hosts?.includes(typeName(host))))
        continue;
      yield {
        elementId: host?.id,
        processId,
        message: `${element.$type} is not supported on ${
          host ? typeName(host) : 'this element'
        }`,
      };
    }
  },
};

const tasks = ['serviceTask', 'sendTask', 'businessRuleTask', 'scriptTask'];
const jobs = [
  ...tasks,
  'intermediateThrowEvent',
  'endEvent',
  'globalScriptTask',
  'globalBusinessRuleTask',
  'globalTask',
];
const mapped = [
  ...jobs,
  'task',
  'manualTask',
  'userTask',
  'receiveTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'startEvent',
  'intermediateCatchEvent',
  'boundaryEvent',
];
const loop = 'multiInstanceLoopCharacteristics';
const activities = mapped.filter(type => !type.endsWith('Event'));

/** Where each is executed, or is documentation; the table of docs/reference/zeebe-extensions.md says what it does. */
const allowed: Readonly<Record<string, 'any' | readonly string[]>> = {
  Properties: 'any',
  VersionTag: ['process'],
  UserTaskForm: ['process'],
  TaskDefinition: jobs,
  TaskHeaders: jobs,
  IoMapping: mapped,
  Script: ['scriptTask', 'globalScriptTask'],
  CalledDecision: ['businessRuleTask', 'globalBusinessRuleTask'],
  CalledElement: ['callActivity'],
  LoopCharacteristics: [loop, ...activities],
  AdHoc: ['adHocSubProcess'],
  UserTask: ['userTask'],
  FormDefinition: ['userTask', 'startEvent', 'globalUserTask'],
  AssignmentDefinition: ['userTask', 'globalUserTask'],
  PriorityDefinition: ['userTask', 'globalUserTask'],
  TaskSchedule: ['userTask', 'globalUserTask'],
  Subscription: ['message'],
};
