import { ApplicationFailure, Context } from '@temporalio/activity';
import { InputError, isError } from '@backstage/errors';
import type {
  Diagnostic,
  PullRequestRef,
} from '@ameide/plugin-transformation-common';
import type { Builder, Forge } from '@ameide/plugin-transformation-node';
import type { ArtifactStore } from '../artifacts/store';
import { GitError } from '../git/git';
import type { BuildOutcome, BuildStore } from './buildStore';
import { openBuildPullRequests } from './openPullRequests';
import {
  pushGitopsBranch,
  pushServiceBranch,
  restoreBranch,
  type PushedBranch,
} from './pushBranches';
import type { BuildKey } from './workflow';

/** The steps of a build; each may be done again after a failure. */
export interface BuildActivities {
  compileRevision(key: BuildKey): Promise<Diagnostic[]>;
  pushService(key: BuildKey): Promise<PushedBranch>;
  pushGitops(key: BuildKey, service: PushedBranch): Promise<PushedBranch>;
  openPullRequests(
    key: BuildKey,
    service: PushedBranch,
    gitops: PushedBranch | undefined,
  ): Promise<PullRequestRef[]>;
  /** Takes a pushed branch back to where it stood, after a later step failed. */
  withdraw(key: BuildKey, service: PushedBranch): Promise<void>;
  finish(key: BuildKey, outcome: BuildOutcome): Promise<void>;
}

/** What the steps work on. */
export interface BuildDependencies {
  artifacts: ArtifactStore;
  builds: BuildStore;
  builders: Builder[];
  forge: Forge;
  /** Temporal namespace that the processes run in. */
  namespace: string;
}

export function createBuildActivities(
  deps: BuildDependencies,
): BuildActivities {
  const { artifacts, builds, builders, forge } = deps;
  const load = async ({ tenant, buildId }: BuildKey) => {
    const { request } = await builds.get(tenant, buildId);
    const artifact = await artifacts.get(tenant, request.artifactId);
    return { request, artifact, forge };
  };
  return {
    compileRevision: step(async key => {
      await builds.begin(key.tenant, key.buildId);
      const { request, artifact } = await load(key);
      const { tenant, artifactId, revision, sequence, defaults } = request;
      const { content } = await artifacts.content(tenant, artifactId, sequence);
      const fitting = builders.filter(({ kind }) => kind === artifact.kind);
      if (!fitting.length) {
        throw new InputError(
          `No builder takes artifacts of kind ${artifact.kind}`,
        );
      }
      const outputs = await Promise.all(
        fitting.map(builder =>
          builder.build({
            tenant,
            artifactId,
            title: artifact.title,
            revision,
            content,
            defaults,
          }),
        ),
      );
      await builds.putOutput(tenant, request.id, {
        files: outputs.flatMap(({ files }) => files),
        sourceMap: outputs.flatMap(({ sourceMap }) => sourceMap),
        processes: outputs.flatMap(({ processes }) => processes),
      });
      return outputs.flatMap(({ diagnostics }) => diagnostics);
    }),
    pushService: step(async key => {
      const context = await load(key);
      const output = await builds.getOutput(key.tenant, key.buildId);
      return pushServiceBranch(context, output.files);
    }),
    pushGitops: step(async (key, service) =>
      pushGitopsBranch(await load(key), service, deps.namespace),
    ),
    openPullRequests: step(async (key, service, gitops) =>
      openBuildPullRequests(await load(key), service, gitops),
    ),
    withdraw: step(async (key, service) =>
      restoreBranch(await load(key), service),
    ),
    finish: step((key, outcome) =>
      builds.finish(key.tenant, key.buildId, outcome),
    ),
  };
}

/** Heartbeats while the step works, and tells Temporal which failures no retry can mend. */
function step<A extends unknown[], T>(work: (...args: A) => Promise<T>) {
  return async (...args: A): Promise<T> => {
    const heartbeat = setInterval(() => Context.current().heartbeat(), 1_000);
    try {
      return await work(...args);
    } catch (error) {
      if (isFinal(error)) {
        throw ApplicationFailure.nonRetryable(
          (error as Error).message,
          'Refused',
        );
      }
      throw error;
    } finally {
      clearInterval(heartbeat);
    }
  };
}

const FINAL = [
  'InputError',
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
];

function isFinal(error: unknown): boolean {
  if (error instanceof GitError) {
    return /declined|rejected|denied|authentication failed/i.test(error.stderr);
  }
  return isError(error) && FINAL.includes(error.name);
}
