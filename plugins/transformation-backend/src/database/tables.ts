/** Rows of the tables that `migrations/` makes. Times are ISO 8601 in UTC; `text` columns hold JSON where said. */
export interface ContentRow {
  tenant: string;
  digest: string;
  /** Empty where it is in object storage. */
  content: string;
  storage: 'database' | 'object';
  /** Whether an event or a snapshot names it. */
  kept: boolean;
  /** When it was uploaded for a command to name; null where it was not, or too long ago. */
  uploaded_at: string | null;
}

export interface EventRow {
  tenant: string;
  artifact_id: string;
  sequence: number;
  type: string;
  type_version: number;
  command_id: string;
  at: string;
  by: string;
  /** JSON */
  data: string;
}

export interface CommandRow {
  tenant: string;
  command_id: string;
  artifact_id: string;
  request_digest: string;
  sequence: number;
}

export interface ArtifactRow {
  tenant: string;
  id: string;
  kind: string;
  title: string;
  owner: string;
  archived: boolean;
  /** JSON of an array of strings */
  tags: string;
  sequence: number;
  updated_at: string;
  /** JSON of an `ArtifactState`; empty where it has to be folded again */
  state: string;
}

export interface SnapshotRow {
  tenant: string;
  artifact_id: string;
  sequence: number;
  state_version: number;
  /** Of the content that is the state. */
  digest: string;
}

export interface OutboxHeadRow {
  tenant: string;
  position: number;
}

export interface OutboxRow {
  tenant: string;
  position: number;
  type: string;
  artifact_id: string;
  sequence: number;
  command_id: string;
  at: string;
  correlation_id: string;
  causation_id: string;
  traceparent: string | null;
  /** JSON of what a notice says beyond that */
  data: string | null;
}

export interface DeploymentRow {
  tenant: string;
  artifact_id: string;
  lane: string;
  revision: number;
  commit: string;
  /** Null where it was not built here. */
  build_id: string | null;
  namespace: string;
  task_queue: string;
  status: string;
  message: string | null;
  updated_at: string;
  observed_at: string;
}

export interface TextRow {
  tenant: string;
  artifact_id: string;
  /** Of the content that says this. */
  digest: string;
  summary: string;
  text: string;
}

export interface WordRow {
  tenant: string;
  word: string;
  /** The best that the word stands in: 0 the title, 1 the id and the tags, 2 the summary, 3 the text. */
  place: number;
  artifact_id: string;
}

export interface BuildRow {
  tenant: string;
  id: string;
  artifact_id: string;
  revision: number;
  sequence: number;
  started_at: string;
  started_by: string;
  /** JSON */
  request: string;
  /** JSON of a `BuildFiles`, once compiled */
  output: string | null;
  /** JSON, once ended */
  outcome: string | null;
}

export interface PullRequestRow {
  tenant: string;
  repository: string;
  number: number;
  head_branch: string;
  state: string;
  artifact_id: string;
  updated_at: string;
  /** JSON of a `PullRequest` */
  content: string;
}

export interface Tables {
  artifact_contents: ContentRow;
  artifact_events: EventRow;
  artifact_commands: CommandRow;
  artifact_snapshots: SnapshotRow;
  artifacts: ArtifactRow;
  artifact_texts: TextRow;
  artifact_words: WordRow;
  outbox: OutboxRow;
  outbox_heads: OutboxHeadRow;
  builds: BuildRow;
  deployments: DeploymentRow;
  pull_requests: PullRequestRow;
}
