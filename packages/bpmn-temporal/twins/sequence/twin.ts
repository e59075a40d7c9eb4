import { proxyActivities } from '@temporalio/workflow';

interface Order {
  items: string[];
  card: string;
  total: number;
  address: string;
}

interface Variables {
  order: Order;
  reservation?: string;
  payment?: string;
  parcel?: string;
}

interface Jobs {
  'stock.reserve'(input: { items: string[] }): Promise<{ reservation: string }>;
  'payment.charge'(input: {
    card: string;
    amount: number;
  }): Promise<{ payment: string }>;
  'shipping.ship'(input: {
    reservation: string;
    address: string;
  }): Promise<{ parcel: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Ships an order: reserve, charge, ship. */
export async function orderShipping(v: Variables): Promise<Variables> {
  const { order } = v;
  const { reservation } = await jobs['stock.reserve'].executeWithOptions(
    { activityId: 'Task_Reserve', summary: 'Reserve the goods' },
    [{ items: order.items }],
  );
  const { payment } = await jobs['payment.charge'].executeWithOptions(
    { activityId: 'Task_Charge', summary: 'Charge the card' },
    [{ card: order.card, amount: order.total }],
  );
  const { parcel } = await jobs['shipping.ship'].executeWithOptions(
    { activityId: 'Task_Ship', summary: 'Ship the parcel' },
    [{ reservation, address: order.address }],
  );
  return { ...v, reservation, payment, parcel };
}
