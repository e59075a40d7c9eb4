import { extension, list, text } from '../moddle';
import type { Moddle } from '../moddle';
import { extend } from '../zeebe';
import { valueOf } from './el';

/** `user(kermit), group(sales)` of a performer or owner; a name alone is a group (user guides of Activiti and Flowable). */
export function owners(task: Moddle): void {
  if (extension(task, 'AssignmentDefinition')) return;
  const assigned: Record<string, string> = {};
  for (const role of list(task.resources)) {
    const expression = role.resourceAssignmentExpression as Moddle | undefined;
    const source = text((expression?.expression as Moddle | undefined)?.body);
    if (role.$type === 'bpmn:HumanPerformer') {
      const assignee = valueOf(source.trim());
      if (assignee) assigned.assignee = assignee;
    }
    if (role.$type !== 'bpmn:PotentialOwner') continue;
    const names = { user: [] as string[], group: [] as string[] };
    for (const part of source.split(',').map(one => one.trim()))
      if (part) {
        const [, kind = 'group', name = part] =
          /^(user|group)\(([^()]*)\)$/.exec(part) ?? [];
        names[kind as 'user' | 'group'].push(name.trim());
      }
    const value = (all: readonly string[]) => valueOf(all.join(','));
    const users = value(names.user);
    const groups = value(names.group);
    if (users) assigned.candidateUsers = users;
    if (groups) assigned.candidateGroups = groups;
  }
  if (Object.keys(assigned).length)
    extend(task, 'AssignmentDefinition', assigned);
}
