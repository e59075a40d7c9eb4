// The work behind the drawing with services behind it: the domain controller Leads keeps leads, the agent SalesCoach judges them; the rest is as in the demo.
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

/** Qualify lead (Task_Qualify): what the agent proposes goes to the domain, which then says that it is qualified. */
export async function qualifyLead({
  lead,
}: QualifyLeadInput): Promise<QualifyLeadOutput> {
  const name = String(lead.name);
  const proposal = await askSalesCoach(name);
  const { score, rationale } = proposal;
  await leads.updateLead({
    context: context('update'),
    lead: { name, score: Number(score), rationale: String(rationale) },
    updateMask: { paths: ['score', 'rationale'] },
  });
  await leads.qualifyLead({ context: context('qualify'), name });
  return proposal;
}

/** The agent looks the lead up itself, with our token, and says what it thinks. */
async function askSalesCoach(name: string): Promise<QualifyLeadOutput> {
  const response = await fetch(`${process.env.SALES_COACH_URL}/v1/runs`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.LEADS_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ input: name }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`SalesCoach: ${text}`);
  const { answer } = JSON.parse(text) as { answer: string };
  return JSON.parse(answer) as QualifyLeadOutput;
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
