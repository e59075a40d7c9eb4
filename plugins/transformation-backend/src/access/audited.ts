import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import type { Author } from '../artifacts/context';

/** What is recorded of an attempt to change something. */
export type AuditedEvent = Pick<
  AuditorServiceCreateEventOptions,
  'eventId' | 'request'
> & { meta: Record<string, string> };

/** Records what is done, for whom, and whether it succeeded or was refused. */
export async function audited<T>(
  auditor: AuditorService,
  { meta, ...head }: AuditedEvent,
  authorize: () => Promise<Author>,
  work: (author: Author) => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    ...head,
    severityLevel: 'medium',
    meta,
  });
  try {
    const author = await authorize();
    const result = await work(author);
    await event.success({ meta: { ...meta, tenant: author.tenant } });
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
