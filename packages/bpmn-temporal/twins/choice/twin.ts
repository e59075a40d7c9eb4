import { proxyActivities } from '@temporalio/workflow';

interface Claim {
  account: string;
  text: string;
}

interface Variables {
  claim: Claim;
  damage?: number;
  report?: string;
  payment?: string;
}

interface Jobs {
  'claims.assess'(input: { claim: Claim }): Promise<{ damage: number }>;
  'claims.send-expert'(input: {
    claim: Claim;
    damage: number;
  }): Promise<{ report: string }>;
  'claims.check-fraud'(input: { claim: Claim }): Promise<{ report: string }>;
  'payment.pay'(input: {
    account: string;
    damage: number;
  }): Promise<{ payment: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Settles a claim; who looks at it depends on the damage. */
export async function insuranceClaim(v: Variables): Promise<Variables> {
  const { claim } = v;
  const { damage } = await jobs['claims.assess'].executeWithOptions(
    { activityId: 'Task_Assess', summary: 'Assess the damage' },
    [{ claim }],
  );
  const looked = await lookAt(claim, damage);
  const { payment } = await jobs['payment.pay'].executeWithOptions(
    { activityId: 'Task_Pay', summary: 'Pay the customer' },
    [{ account: claim.account, damage }],
  );
  return { ...v, damage, ...looked, payment };
}

async function lookAt(
  claim: Claim,
  damage: number,
): Promise<{ report?: string }> {
  if (damage > 20_000)
    return jobs['claims.check-fraud'].executeWithOptions(
      { activityId: 'Task_Fraud', summary: 'Check for fraud' },
      [{ claim }],
    );
  if (damage > 1_000)
    return jobs['claims.send-expert'].executeWithOptions(
      { activityId: 'Task_Expert', summary: 'Send an expert' },
      [{ claim, damage }],
    );
  return {};
}
