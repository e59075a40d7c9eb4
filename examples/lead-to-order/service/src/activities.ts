// The work behind the drawing, as the demo has it: small, deterministic, without a database.
import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type {
  CaptureLeadInput,
  CaptureLeadOutput,
  CreateContractInput,
  CreateContractOutput,
  CreateQuoteInput,
  CreateQuoteOutput,
  EscalateApprovalInput,
  EscalateApprovalOutput,
  NotifyRejectionInput,
  NotifyRejectionOutput,
  QualifyLeadInput,
  QualifyLeadOutput,
  ReserveStockInput,
  ReserveStockOutput,
  StartOrderInput,
  StartOrderOutput,
} from './jobs.gen.ts';

/** Price of a seat and year. */
const pricePerSeat = 1_200;

/** The customer whose quotes can't be made: its pricing service never answers, so that an incident can be seen. */
const unreachable = 'Unreachable Ltd';

/** Capture lead (Task_Capture): the same lead gets the same number, however often the activity is tried. */
export async function captureLead({
  lead,
}: CaptureLeadInput): Promise<CaptureLeadOutput> {
  const company = String(lead.company ?? '').trim();
  const seats = Number(lead.seats ?? 0);
  if (!company || !Number.isInteger(seats) || seats < 1)
    throw new Error(
      `A lead needs a company and a number of seats: ${JSON.stringify(lead)}`,
    );
  return {
    lead: { ...lead, company, seats, id: numbered('L', company, seats) },
  };
}

/** Qualify lead (Task_Qualify): what the agent would propose, by rule. */
export async function qualifyLead({
  lead,
}: QualifyLeadInput): Promise<QualifyLeadOutput> {
  const seats = Number(lead.seats);
  const score = Math.min(100, 20 + seats);
  return {
    score,
    rationale: `${seats} seats at ${String(lead.company)}: ${
      score >= 60 ? 'worth a call' : 'by mail'
    }`,
  };
}

/** Create quote (Task_Quote): seats times price, less ten percent from 50 seats on. */
export async function createQuote({
  lead,
  score,
}: CreateQuoteInput): Promise<CreateQuoteOutput> {
  const company = String(lead.company);
  if (company === unreachable)
    throw ApplicationFailure.create({
      type: 'PricingUnavailable',
      message: `The pricing service of ${company} does not answer`,
    });
  const seats = Number(lead.seats);
  const discount = seats >= 50 ? 0.1 : 0;
  const amount = Math.round(seats * pricePerSeat * (1 - discount));
  return {
    quote: {
      id: numbered('Q', company, seats),
      amount,
      discount,
      score: Number(score ?? 0),
      currency: 'EUR',
    },
  };
}

/** Escalate (Task_Escalate) */
export async function escalateApproval({
  quoteId,
}: EscalateApprovalInput): Promise<EscalateApprovalOutput> {
  return { escalation: { quoteId, to: 'head-of-sales' } };
}

/** Notify rejection (Task_NotifyRejection) */
export async function notifyRejection({
  quoteId,
  company,
}: NotifyRejectionInput): Promise<NotifyRejectionOutput> {
  return {
    notified: {
      quoteId,
      text: `Dear ${String(company)}, we are sorry that we can't offer this.`,
    },
  };
}

/** Create contract (Task_Contract) */
export async function createContract({
  quote,
}: CreateContractInput): Promise<CreateContractOutput> {
  return {
    contract: {
      id: numbered('C', quote.id, quote.amount),
      value: quote.amount,
    },
  };
}

/** Reserve stock (Task_Reserve) */
export async function reserveStock({
  quoteId,
  seats,
}: ReserveStockInput): Promise<ReserveStockOutput> {
  return {
    reservation: {
      id: numbered('R', quoteId, Number(seats)),
      licences: Number(seats),
    },
  };
}

/** Hand over to order-to-cash (Task_HandOver) */
export async function startOrder({
  quoteId,
  contractId,
}: StartOrderInput): Promise<StartOrderOutput> {
  return { orderId: numbered('O', quoteId, String(contractId)) };
}

function numbered(prefix: string, ...parts: (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${prefix}-${digest.slice(0, 8)}`;
}
