import type {
  Artifact,
  ArtifactEvent,
  Build,
  InstanceDetail,
  ProcessInterface,
  PullRequestDetail,
} from '@ameide/plugin-transformation-common';

const AT = '2026-11-20T10:00:00.000Z';
const COMMAND = '0190a0b0-0000-7000-8000-000000000001';

/** An artifact of the tenant acme. */
export const anArtifact = (over: Partial<Artifact> = {}): Artifact => ({
  id: 'lead-to-order',
  name: 'tenants/acme/artifacts/lead-to-order',
  tenant: 'acme',
  kind: 'bpmn',
  title: 'Lead to order',
  owner: 'group:acme/sales',
  sequence: 3,
  tags: [],
  links: [],
  archived: false,
  createdAt: AT,
  createdBy: 'user:acme/ada',
  updatedAt: AT,
  updatedBy: 'user:acme/ada',
  ...over,
});

type EventBody = ArtifactEvent extends infer E
  ? E extends ArtifactEvent
    ? Pick<E, 'type' | 'data'>
    : never
  : never;

/** An event of that artifact. */
export const anEvent = (
  sequence: number,
  body: EventBody,
  by = 'user:acme/ada',
) =>
  ({
    artifactId: 'lead-to-order',
    sequence,
    commandId: COMMAND,
    at: AT,
    by,
    ...body,
  } as ArtifactEvent);

/** Bob changes the name of a task. */
export const aChange = (sequence: number) =>
  anEvent(
    sequence,
    {
      type: 'content-changed',
      data: {
        digest: 'd',
        changes: [
          {
            elementId: 'Approve',
            elementType: 'userTask',
            elementName: 'Approve the offer',
            change: 'changed',
            detail: 'name changed from “Approve”',
          },
        ],
        layout: [],
      },
    },
    'user:acme/bob',
  );

/** A good build of revision 2. */
export const aBuild = (over: Partial<Build> = {}): Build => ({
  id: 'b2',
  artifactId: 'lead-to-order',
  revision: 2,
  sequence: 3,
  status: 'succeeded',
  startedAt: AT,
  startedBy: 'user:acme/ada',
  steps: [{ name: 'compile', status: 'done', startedAt: AT, finishedAt: AT }],
  diagnostics: [],
  pullRequests: [],
  ...over,
});

/** What the compiler says about the process of the samples. */
export const aProcess: ProcessInterface = {
  processId: 'lead-to-order',
  name: 'Lead to order',
  workflowType: 'leadToOrder',
  start: [{ kind: 'none' as const }],
  variables: [
    { name: 'orderId', type: 'string' },
    { name: 'score', type: 'number' },
    { name: 'discount', type: 'number' },
    { name: 'approved', type: 'boolean' },
  ],
  jobs: [
    { type: 'score', elementIds: ['Score'], input: [], output: ['score'] },
  ],
  userTasks: [
    {
      elementId: 'Approve',
      name: 'Approve the offer',
      output: ['approved', 'discount'],
    },
  ],
  messages: [],
  elements: [],
};

/** An instance that waits at a user task, and has gone from its start by a gateway. */
export const anInstance = (
  over: Partial<InstanceDetail> = {},
): InstanceDetail => ({
  id: 'acme.lead-to-order.1',
  artifactId: 'lead-to-order',
  revision: 2,
  workflowType: 'leadToOrder',
  status: 'running',
  startedAt: AT,
  failingJobs: [],
  state: {
    processId: 'lead-to-order',
    variables: { orderId: '4711' },
    tokens: [{ elementId: 'Approve', type: 'userTask', since: AT }],
    userTasks: [
      {
        key: 'Approve:1',
        elementId: 'Approve',
        name: 'Approve the offer',
        openedAt: AT,
      },
    ],
    subscriptions: [],
    incidents: [],
    path: ['Start', 'Gateway', 'Approve'],
  },
  ...over,
});

/** An open pull request that can be merged. */
export const aPullRequest = (
  over: Partial<PullRequestDetail> = {},
): PullRequestDetail => ({
  id: 'services.lead-to-order.1',
  repository: 'services/lead-to-order',
  number: 1,
  title: 'Build lead-to-order r2',
  body: '',
  state: 'open',
  headBranch: 'build',
  baseBranch: 'main',
  headCommit: 'a1',
  artifactId: 'lead-to-order',
  revision: 2,
  buildId: 'b2',
  author: 'user:acme/ada',
  createdAt: AT,
  updatedAt: AT,
  diff: '',
  mergeable: true,
  ...over,
});
