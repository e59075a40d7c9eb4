import groupBy from 'lodash/groupBy';
import type { UnboundTask } from './unboundTasks';

/** What is known beside the drawing; what is missing is left for whoever runs the template. */
export interface ProposalFacts {
  tenant: string;
  /** Names the controller of tasks whose job type names none. */
  artifactId: string;
  /** A group. */
  owner?: string;
  system?: string;
}

/** A template that would make what does some tasks, with values ready to run. */
export interface ControllerProposal {
  templateRef: string;
  values: Record<string, unknown>;
  /** Required values that nothing told. */
  missing: string[];
  /** Ids of the tasks that it would do. */
  tasks: string[];
}

/** Verbs that the methods of every aggregate do. */
const CRUD = [
  ...['create', 'add', 'make', 'record', 'capture', 'register'],
  ...['get', 'read', 'find', 'list', 'load', 'fetch'],
  ...['update', 'change', 'delete', 'remove'],
];

const INITIAL = 'NEW';

/**
 * Proposes a domain controller for each domain that the tasks speak of. A job
 * type like `inventory.reserve-stock` names the domain, the verb and the
 * aggregate; without one the task's name does, as in "Reserve stock". A verb
 * that no method of every aggregate does becomes a business command.
 */
export function controllersFor(
  tasks: UnboundTask[],
  facts: ProposalFacts,
): ControllerProposal[] {
  const domains = groupBy(tasks, task => domainOf(task, facts));
  return Object.entries(domains).map(([domain, group]) => {
    const aggregates = groupBy(group, task => nounOf(task, domain));
    const values = {
      name: domain,
      title: sentence(domain),
      description: `Does ${list(group.map(({ name }) => name))}`.slice(0, 300),
      organization: packagePart(facts.tenant),
      domain: packagePart(domain),
      language: 'typescript',
      ...(facts.owner && { owner: facts.owner }),
      ...(facts.system && { system: facts.system }),
      aggregates: Object.entries(aggregates).map(([name, of]) =>
        aggregate(name, of),
      ),
    };
    return {
      templateRef: 'template:default/domain-controller',
      values,
      missing: ['owner', 'system'].filter(field => !(field in values)),
      tasks: group.map(({ id }) => id),
    };
  });
}

function aggregate(name: string, tasks: UnboundTask[]) {
  const commands = [
    ...new Set(tasks.map(task => wordsOf(task)[0] ?? '')),
  ].filter(verb => verb && !CRUD.includes(verb));
  const fields = [
    ...new Set(tasks.flatMap(({ inputs }) => inputs.map(fieldName))),
  ].filter(Boolean);
  return {
    name,
    fields: (fields.length ? fields : ['note']).map(field => ({
      name: field,
      type: 'string',
    })),
    ...(commands.length && {
      states: [INITIAL, ...commands.map(done)],
      commands: commands.map(verb => ({
        name: pascal([verb]),
        from: [INITIAL],
        to: done(verb),
      })),
    }),
  };
}

function domainOf({ jobType }: UnboundTask, { artifactId }: ProposalFacts) {
  const [first, ...rest] = (jobType ?? '').split('.');
  const named = rest.length ? first : artifactId;
  return parts(named).join('-').slice(0, 40).replace(/-$/, '') || artifactId;
}

/** Verb and noun. */
function wordsOf({ jobType, name }: UnboundTask): string[] {
  const method = jobType?.includes('.') ? jobType.split('.').at(-1)! : name;
  return parts(method);
}

/** What the work is done to; of a task that has a verb alone, what the domain is of. */
function nounOf(task: UnboundTask, domain: string): string {
  const [, ...noun] = wordsOf(task);
  return pascal(noun.length ? noun : parts(domain));
}

/** Lower-case words of `qualifyLead`, `qualify-lead` or "Qualify lead", without what no name can have. */
function parts(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(part => part.replace(/^\d+/, ''))
    .filter(Boolean);
}

function pascal(words: string[]): string {
  return words
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 40);
}

function sentence(name: string): string {
  return name[0].toUpperCase() + name.slice(1).replace(/-/g, ' ');
}

function packagePart(name: string): string {
  return name.replace(/-/g, '').slice(0, 30);
}

function fieldName(variable: string): string {
  return parts(variable).join('_').slice(0, 40);
}

/** A state of what a verb was done to: a name, not grammar. */
function done(verb: string): string {
  return `${verb.toUpperCase()}_DONE`;
}

function list(names: string[]): string {
  return new Intl.ListFormat('en').format(
    names.map(name => `"${name.replace(/\s+/g, ' ')}"`),
  );
}
