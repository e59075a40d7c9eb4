import { z } from 'zod';
import {
  artifact,
  artifactContent,
  artifactEvent,
  commandResult,
  gate,
  type ArtifactCommand,
  type CreateArtifactRequest,
  type GateFinding,
  revision,
  type SequenceConflict,
  kindInfo,
  listedArtifact,
  upload,
} from './artifact';
import {
  build,
  buildFiles,
  checkResult,
  type CreateBuildRequest,
} from './build';
import { changePage } from './feed';
import {
  deployment,
  instance,
  instanceDetail,
  type JsonObject,
  type PublishMessageRequest,
  type StartInstanceRequest,
} from './instance';
import { pageOf } from './page';
import { problem } from './problem';
import { pullRequest, pullRequestDetail, repositoryFile } from './pullRequest';
import { searchDocumentPage } from './searchDocument';

/** The answer of the API was an error; `message` names the place and the remedy. */
export class TransformationApiError extends Error {
  constructor(
    readonly status: number,
    /** A `ProblemCode`. */
    readonly code: string,
    message: string,
    /** On a 409 to a command: what happened since the expected sequence. */
    readonly conflict?: SequenceConflict,
    /** On a 409 to `promote`: what the gate found and nobody waived. */
    readonly findings?: GateFinding[],
  ) {
    super(message);
    this.name = 'TransformationApiError';
  }
}

const list = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item) });
const e = encodeURIComponent;

/**
 * A typed client of `/api/transformation/v1`. Every answer is checked against its schema.
 *
 * @param baseUrl - resolves to `…/api/transformation`, without a trailing slash
 * @param fetchFn - sends the request with the caller's credentials
 */
export function createTransformationClient(
  baseUrl: () => Promise<string>,
  fetchFn: (url: string, init?: RequestInit) => Promise<Response>,
) {
  async function call<T extends z.ZodType>(
    answer: T,
    path: string,
    post?: unknown,
    contentType = 'application/json',
  ): Promise<z.output<T>> {
    const response = await fetchFn(`${await baseUrl()}/v1${path}`, {
      ...(post !== undefined && {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: typeof post === 'string' ? post : JSON.stringify(post),
      }),
    });
    if (!response.ok) throw await errorOf(response);
    return answer.parse(await response.json());
  }
  const query = (
    values: Record<string, string | number | boolean | undefined>,
  ) => {
    const given = Object.entries(values).filter(([, v]) => v !== undefined);
    const text = new URLSearchParams(given.map(([k, v]) => [k, String(v)]));
    return given.length ? `?${text}` : '';
  };

  return {
    listArtifacts: (filter: {
      search?: string;
      kind?: string;
      owner?: string;
      tag?: string;
      archived?: boolean;
      pageSize?: number;
      pageToken?: string;
    }) => call(pageOf(listedArtifact), `/artifacts${query(filter)}`),
    createArtifact: (request: CreateArtifactRequest) =>
      call(commandResult, '/artifacts', request),
    getArtifact: (id: string) => call(artifact, `/artifacts/${e(id)}`),
    /** The content at the newest, or at any earlier, sequence. */
    getContent: (id: string, sequence?: number) =>
      call(
        artifactContent,
        `/artifacts/${e(id)}/content${query({ sequence })}`,
      ),
    listEvents: (id: string) =>
      call(list(artifactEvent), `/artifacts/${e(id)}/events`),
    listRevisions: (id: string) =>
      call(list(revision), `/artifacts/${e(id)}/revisions`),
    /** Whether a revision could be promoted now. */
    getGate: (id: string, number: number) =>
      call(gate, `/artifacts/${e(id)}/revisions/${number}/gate`),
    /** @throws TransformationApiError with `conflict` where somebody else was faster */
    command: (id: string, command: ArtifactCommand) =>
      call(commandResult, `/artifacts/${e(id)}/commands`, command),
    listKinds: () => call(list(kindInfo), '/kinds'),
    /** Keeps a content that commands can name by its `uploadId`. */
    upload: (content: string) =>
      call(upload, '/uploads', content, 'application/octet-stream'),
    /**
     * What happened in the tenant behind a position, in order.
     *
     * @param options - `wait`: seconds to wait for something to happen, 30 at most
     */
    listChanges: (
      after: number,
      options: { pageSize?: number; wait?: number } = {},
    ) => call(changePage, `/events${query({ after, ...options })}`),
    /** For the search alone: the tenants that there are. */
    listTenants: () => call(list(z.string()), '/tenants'),
    /** For the search alone: what the artifacts of a tenant say. */
    listSearchDocuments: (
      tenant: string,
      page: { pageSize?: number; pageToken?: string } = {},
    ) =>
      call(
        searchDocumentPage,
        `/tenants/${e(tenant)}/search-documents${query(page)}`,
      ),
    check: (content: string) => call(checkResult, '/check', { content }),

    startBuild: (id: string, request: CreateBuildRequest) =>
      call(build, `/artifacts/${e(id)}/builds`, request),
    listBuilds: (id: string) => call(list(build), `/artifacts/${e(id)}/builds`),
    getBuild: (id: string) => call(build, `/builds/${e(id)}`),
    getBuildFiles: (id: string) => call(buildFiles, `/builds/${e(id)}/files`),

    listPullRequests: (filter: { artifact?: string; state?: string }) =>
      call(list(pullRequest), `/pull-requests${query(filter)}`),
    getPullRequest: (id: string) =>
      call(pullRequestDetail, `/pull-requests/${e(id)}`),
    mergePullRequest: (id: string) =>
      call(pullRequest, `/pull-requests/${e(id)}/merge`, {}),
    getRepositoryFile: (repository: string, path: string) =>
      call(repositoryFile, `/repository-files${query({ repository, path })}`),

    listDeployments: (id: string) =>
      call(list(deployment), `/artifacts/${e(id)}/deployments`),
    startInstance: (id: string, request: StartInstanceRequest) =>
      call(instance, `/artifacts/${e(id)}/instances`, request),
    listInstances: (id: string, filter: { status?: string } = {}) =>
      call(list(instance), `/artifacts/${e(id)}/instances${query(filter)}`),
    getInstance: (id: string) => call(instanceDetail, `/instances/${e(id)}`),
    completeUserTask: (id: string, key: string, variables: JsonObject) =>
      call(
        instanceDetail,
        `/instances/${e(id)}/user-tasks/${e(key)}/complete`,
        {
          variables,
        },
      ),
    publishMessage: (id: string, message: PublishMessageRequest) =>
      call(instanceDetail, `/instances/${e(id)}/messages`, message),
    retryIncident: (id: string, key: string, variables?: JsonObject) =>
      call(instanceDetail, `/instances/${e(id)}/incidents/${e(key)}/retry`, {
        variables,
      }),
    cancelInstance: (id: string) =>
      call(instanceDetail, `/instances/${e(id)}/cancel`, {}),
  };
}

/** What {@link createTransformationClient} makes. */
export type TransformationClient = ReturnType<
  typeof createTransformationClient
>;

async function errorOf(response: Response): Promise<TransformationApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const { data } = problem.safeParse(body);
  return new TransformationApiError(
    response.status,
    data?.code ?? 'internal',
    data?.detail ??
      `The transformation backend answered ${response.status} ${response.statusText}`,
    data?.conflict,
    data?.findings,
  );
}
