import type { LoggerService } from '@backstage/backend-plugin-api';
import type { TracingService } from '@backstage/backend-plugin-api/alpha';
import { artifactName } from '@ameide/plugin-transformation-common';
import { activeTraceId } from '../artifacts/cause';
import type { Author } from '../artifacts/context';
import type { ArtifactStore } from '../artifacts/store';
import type { Outcome, StoreMetrics } from './metrics';

/** What a store is watched with. */
export interface Observers {
  logger: LoggerService;
  metrics: StoreMetrics;
  tracing: TracingService;
}

/** How errors of commands are counted; any other is a failure of ours. */
const OUTCOMES: Record<string, Outcome> = {
  ConflictError: 'conflict',
  InputError: 'refused',
  NotAllowedError: 'refused',
  NotFoundError: 'refused',
};

/** A store whose commands are traced, counted, timed and logged. */
export function observeStore(
  store: ArtifactStore,
  { logger, metrics, tracing }: Observers,
): ArtifactStore {
  const observed = (
    { tenant }: Author,
    command: string,
    commandId: string,
    artifact: string | undefined,
    work: () => ReturnType<ArtifactStore['change']>,
  ) =>
    tracing.startActiveSpan(
      `artifact.${command}`,
      {
        attributes: {
          'tenant.id': tenant,
          'artifact.command': command,
          'artifact.command.id': commandId,
          ...(artifact && { 'artifact.id': artifact }),
        },
      },
      async span => {
        const start = performance.now();
        const ended = (outcome: Outcome, id = artifact, sequence?: number) => {
          const seconds = (performance.now() - start) / 1000;
          metrics.command(command, outcome, seconds);
          span.setAttribute('artifact.outcome', outcome);
          const traceId = activeTraceId();
          logger.info(`${command}: ${outcome}`, {
            ...(traceId && { trace_id: traceId }),
            tenant_id: tenant,
            ...(id && { artifact: artifactName(tenant, id) }),
            command_id: commandId,
            ...(sequence && { sequence }),
            duration_ms: Math.round(seconds * 1000),
          });
        };
        try {
          const result = await work();
          const { id, sequence } = result.artifact;
          span.setAttribute('artifact.id', id);
          span.setAttribute('artifact.sequence', sequence);
          ended('done', id, sequence);
          return result;
        } catch (error) {
          ended(OUTCOMES[(error as Error).name] ?? 'failed');
          throw error;
        }
      },
    );

  return {
    ...store,
    create: (author, request) =>
      observed(author, 'create', request.commandId, request.id, () =>
        store.create(author, request),
      ),
    change: (author, id, command) =>
      observed(author, command.type, command.commandId, id, () =>
        store.change(author, id, command),
      ),
    async changes(tenant, after, limit, criteria) {
      const found = await store.changes(tenant, after, limit, criteria);
      if (found.length) {
        metrics.feedRead((Date.now() - Date.parse(found[0].at)) / 1000);
      }
      return found;
    },
  };
}
