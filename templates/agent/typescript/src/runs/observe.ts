import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import { currentCaller } from '../caller.ts';
import { ApiError } from '../errors.ts';
import type { Measures } from '../telemetry/measures.ts';
import type { Run } from './runner.ts';

/**
 * Tells of each run how it ended, by a span, a line in the log and numbers;
 * never what is said in it. Errors that nobody foresaw are told as `internal`.
 */
export const observed =
  (run: Run, logger: Logger, measures: Measures): Run =>
  request =>
    trace
      .getTracer('agent')
      .startActiveSpan('run', { kind: SpanKind.SERVER }, async span => {
        const begun = performance.now();
        let code = 'internal';
        let more = {};
        measures.started();
        span.setAttribute('ameide.tenant_id', currentCaller().tenantId);
        try {
          const answer = await run(request);
          const { run_id, proposals } = answer;
          code = answer.status;
          more = { run_id, proposals: proposals.length };
          return answer;
        } catch (error) {
          const isForeseen = error instanceof ApiError;
          if (isForeseen) code = error.code;
          const cause = isForeseen ? error.cause : error;
          if (cause) logger.error({ err: cause }, 'run failed');
          span.setStatus({ code: SpanStatusCode.ERROR, message: code });
          throw isForeseen
            ? error
            : new ApiError(500, 'internal', 'internal error');
        } finally {
          const ms = performance.now() - begun;
          measures.ended(ms / 1000, code);
          logger.info({ code, ms: Math.round(ms), ...more }, 'run');
          span.end();
        }
      });
