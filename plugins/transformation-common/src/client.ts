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
  MAX_INLINE_BYTES,
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
  instanceStatistics,
  instance,
  instanceDetail,
  type JsonObject,
  type PublishMessageRequest,
  type StartInstanceRequest,
} from './instance';
import { pageOf } from './page';
import { problem } from './problem';
import {
  check as checkOfFactory,
  erasureResult,
  importResult,
  purgeResult,
} from './tenant';
import { pullRequest, pullRequestDetail, repositoryFile } from './pullRequest';
import {
  serviceProposal,
  serviceSource,
  type ProposeServiceRequest,
} from './service';
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
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

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
  async function send(
    path: string,
    post?: unknown,
    contentType = 'application/json',
  ): Promise<Response> {
    const response = await fetchFn(`${await baseUrl()}/v1${path}`, {
      ...(post !== undefined && {
        method: 'POST',
        headers: { 'content-type': contentType },
        body:
          typeof post === 'string' || post instanceof Blob
            ? post
            : JSON.stringify(post),
      }),
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  }
  async function call<T extends z.ZodType>(
    answer: T,
    ...request: Parameters<typeof send>
  ): Promise<z.output<T>> {
    const response = await send(...request);
    return answer.parse(await response.json());
  }
  /** Keeps a content that commands can name by its `uploadId`. */
  const uploadContent = (content: string) =>
    call(upload, '/uploads', content, 'application/octet-stream');
  /** The same request, with a content that is too large for it uploaded before. */
  async function withUpload<R extends { content?: string }>(
    request: R,
  ): Promise<R> {
    const { content, ...rest } = request;
    if (content === undefined || bytesOf(content) <= MAX_INLINE_BYTES) {
      return request;
    }
    const { uploadId } = await uploadContent(content);
    return { ...rest, uploadId } as unknown as R;
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
    /** A content of any size may be given: what is large is uploaded first. */
    createArtifact: async (request: CreateArtifactRequest) =>
      call(commandResult, '/artifacts', await withUpload(request)),
    getArtifact: (id: string) => call(artifact, `/artifacts/${e(id)}`),
    /** The content at the newest, or at any earlier, sequence. */
    getContent: (id: string, sequence?: number) =>
      call(
        artifactContent,
        `/artifacts/${e(id)}/content${query({ sequence })}`,
      ),
    /** The bytes of the content as they come, to be read as a stream. */
    download: (id: string, sequence?: number) =>
      send(`/artifacts/${e(id)}/download${query({ sequence })}`),
    listEvents: (id: string) =>
      call(list(artifactEvent), `/artifacts/${e(id)}/events`),
    listRevisions: (id: string) =>
      call(list(revision), `/artifacts/${e(id)}/revisions`),
    /** Whether a revision could be promoted now. */
    getGate: (id: string, number: number) =>
      call(gate, `/artifacts/${e(id)}/revisions/${number}/gate`),
    /**
     * A content of any size may be given: what is large is uploaded first.
     *
     * @throws TransformationApiError with `conflict` where somebody else was faster
     */
    command: async (id: string, command: ArtifactCommand) =>
      call(
        commandResult,
        `/artifacts/${e(id)}/commands`,
        command.type === 'change' ? await withUpload(command) : command,
      ),
    listKinds: () => call(list(kindInfo), '/kinds'),
    upload: uploadContent,
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
    /** All that was said in the tenant, a `tenantExportLine` each line, to be read as a stream. */
    exportTenant: (tenant: string) => send(`/tenants/${e(tenant)}/export`),
    /** Reads an export into a tenant that has no artifacts. */
    importTenant: (tenant: string, lines: Blob) =>
      call(
        importResult,
        `/tenants/${e(tenant)}/import`,
        lines,
        'application/x-ndjson',
      ),
    /** Takes everything of a tenant away, for ever. */
    purgeTenant: (tenant: string) =>
      call(purgeResult, `/tenants/${e(tenant)}/purge`, {}),
    /** Puts a pseudonym in place of a person, for ever. */
    erasePerson: (tenant: string, userEntityRef: string) =>
      call(erasureResult, `/tenants/${e(tenant)}/erasures`, { userEntityRef }),
    /** Folds all streams again; each line of the answer is a `rebuildProgress`. */
    rebuildProjections: (tenant: string) =>
      send(`/tenants/${e(tenant)}/rebuild`, {}),
    /** Whether the factory has what it needs. */
    listChecks: (tenant: string) =>
      call(list(checkOfFactory), `/tenants/${e(tenant)}/checks`),
    /** What is wrong in a content, without storing it. */
    check: (content: string, kind?: string) =>
      call(checkResult, '/check', { content, kind }),

    startBuild: (id: string, request: CreateBuildRequest) =>
      call(build, `/artifacts/${e(id)}/builds`, request),
    listBuilds: (id: string) => call(list(build), `/artifacts/${e(id)}/builds`),
    getBuild: (id: string) => call(build, `/builds/${e(id)}`),
    getBuildFiles: (id: string) => call(buildFiles, `/builds/${e(id)}/files`),

    getService: (service: string) =>
      call(serviceSource, `/services/${e(service)}`),
    proposeService: (service: string, request: ProposeServiceRequest) =>
      call(serviceProposal, `/services/${e(service)}/proposals`, request),

    listPullRequests: (filter: { artifact?: string; state?: string }) =>
      call(list(pullRequest), `/pull-requests${query(filter)}`),
    getPullRequest: (id: string) =>
      call(pullRequestDetail, `/pull-requests/${e(id)}`),
    mergePullRequest: (id: string) =>
      call(pullRequest, `/pull-requests/${e(id)}/merge`, {}),
    getRepositoryFile: (repository: string, path: string) =>
      call(repositoryFile, `/repository-files${query({ repository, path })}`),

    statistics: (id: string) =>
      call(instanceStatistics, `/artifacts/${e(id)}/statistics`),
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
