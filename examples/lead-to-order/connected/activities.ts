// The work behind the drawing with a service behind it: leads are kept by the domain controller Leads; the rest is as in the demo.
import { createHash } from 'node:crypto';
import { createConnectTransport } from '@connectrpc/connect-node';
import { Context } from '@temporalio/activity';
import { createAmeideClient, withToken } from 'leads-client';
import type {
  CaptureLeadInput,
  CaptureLeadOutput,
  QualifyLeadInput,
  QualifyLeadOutput,
} from './jobs.gen.ts';
import * as rules from './rules.ts';

export {
  createContract,
  createQuote,
  escalateApproval,
  notifyRejection,
  reserveStock,
  startOrder,
} from './rules.ts';

const { leads } = createAmeideClient(
  createConnectTransport({
    baseUrl: process.env.LEADS_URL ?? 'http://localhost:8080',
    httpVersion: '2',
    interceptors: [withToken(async () => process.env.LEADS_TOKEN ?? '')],
  }),
);

/** Capture lead (Task_Capture): kept by the domain; a retry is the same request, and is done once. */
export async function captureLead({
  lead,
}: CaptureLeadInput): Promise<CaptureLeadOutput> {
  const { lead: made } = await leads.createLead({
    context: context('create'),
    lead: { company: String(lead.company ?? ''), seats: Number(lead.seats) },
  });
  const { lead: captured } = await rules.captureLead({ lead });
  return { lead: { ...captured, name: made?.name ?? '' } };
}

/** Qualify lead (Task_Qualify): the score goes to the domain, which then says that it is qualified. */
export async function qualifyLead({
  lead,
}: QualifyLeadInput): Promise<QualifyLeadOutput> {
  const proposal = await rules.qualifyLead({ lead });
  const { score, rationale } = proposal;
  const name = String(lead.name);
  await leads.updateLead({
    context: context('update'),
    lead: { name, score: Number(score), rationale: String(rationale) },
    updateMask: { paths: ['score', 'rationale'] },
  });
  await leads.qualifyLead({ context: context('qualify'), name });
  return proposal;
}

/** A request id that every try of this activity has. */
function context(step: string): { requestId: string } {
  const { workflowExecution, activityId } = Context.current().info;
  const hex = createHash('sha256')
    .update([workflowExecution?.runId, activityId, step].join('\n'))
    .digest('hex');
  return {
    requestId: [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-'),
  };
}
