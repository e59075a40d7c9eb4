import { z } from 'zod';

/** One thing that happened in a tenant. It tells where to look, not what is there. */
export const changeNotice = z.object({
  /** Counts from 1 in a tenant, without gaps; what a consumer keeps as its cursor. */
  position: z.int().positive(),
  type: z.enum([
    'ArtifactCreated',
    'ArtifactChanged',
    'ArtifactArchived',
    'ArtifactRestored',
    'CommentAdded',
    'RevisionCreated',
    'RevisionSubmitted',
    'RevisionApproved',
    'RevisionRejected',
    'RevisionPromoted',
    'FindingWaived',
    'BaselineCreated',
    'BaselineSubmitted',
    'BaselineApproved',
    'BaselineRejected',
    'BaselinePromoted',
    'BuildRequested',
    'BuildSucceeded',
    'BuildRefused',
    'BuildFailed',
    'DeploymentCreated',
    'DeploymentSucceeded',
    'DeploymentFailed',
    'DeploymentTerminated',
  ]),
  tenant: z.string(),
  /** `tenants/{tenant}/artifacts/{artifact}` */
  artifact: z.string(),
  /** The sequence of the event in the artifact's stream; of a build or deployment that of the revision. */
  sequence: z.int().positive(),
  /** The command that caused it; the build itself of what is told of builds. */
  commandId: z.uuidv7(),
  at: z.iso.datetime(),
  /** The same in everything that follows from one beginning; the command's id where its caller named none. */
  correlationId: z.string(),
  /** What made somebody give the command, such as an event; the command's id where its caller named nothing. */
  causationId: z.string(),
  /** The trace in which it happened (W3C Trace Context). */
  traceparent: z.string().optional(),
  /** Of what is told of builds. */
  build: z.object({ id: z.string(), revision: z.int() }).optional(),
  /** Of what is told of deployments. */
  deployment: z
    .object({
      lane: z.string(),
      revision: z.int(),
      commit: z.string(),
      buildId: z.string().optional(),
      message: z.string().optional(),
    })
    .optional(),
});
export type ChangeNotice = z.infer<typeof changeNotice>;

/** `GET /events`: what happened behind a position. */
export const changePage = z.object({
  items: z.array(changeNotice),
  /** The `after` of the next request; where nothing happened, the one that was given. */
  cursor: z.int().min(0),
});
export type ChangePage = z.infer<typeof changePage>;
