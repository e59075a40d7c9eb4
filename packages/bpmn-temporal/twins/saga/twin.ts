import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
} from '@temporalio/workflow';

interface Holiday {
  to: string;
  card: string;
}

interface Variables {
  holiday: Holiday;
  flight?: string;
  flightCancelled?: boolean;
  hotel?: string;
  hotelCancelled?: boolean;
  payment?: string;
  told?: boolean;
}

interface Jobs {
  'holidays.book-flight'(input: {
    holiday: Holiday;
  }): Promise<{ flight: string }>;
  'holidays.cancel-flight'(input: {
    flight: string;
  }): Promise<{ flightCancelled: boolean }>;
  'holidays.book-hotel'(input: {
    holiday: Holiday;
  }): Promise<{ hotel: string }>;
  'holidays.cancel-hotel'(input: {
    hotel: string;
  }): Promise<{ hotelCancelled: boolean }>;
  'holidays.charge'(input: { card: string }): Promise<{ payment: string }>;
  'holidays.tell'(input: { holiday: Holiday }): Promise<{ told: boolean }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Books a holiday; what is booked is cancelled again, the last first, where the card is declined. */
export async function holidayBooking(start: Variables): Promise<Variables> {
  const v = { ...start };
  const { holiday } = v;
  const undo: (() => Promise<object>)[] = [];

  const { flight } = await jobs['holidays.book-flight'].executeWithOptions(
    { activityId: 'Task_Flight', summary: 'Book the flight' },
    [{ holiday }],
  );
  undo.push(() =>
    jobs['holidays.cancel-flight'].executeWithOptions(
      { activityId: 'Task_CancelFlight', summary: 'Cancel the flight' },
      [{ flight }],
    ),
  );
  const { hotel } = await jobs['holidays.book-hotel'].executeWithOptions(
    { activityId: 'Task_Hotel', summary: 'Book the hotel' },
    [{ holiday }],
  );
  undo.push(() =>
    jobs['holidays.cancel-hotel'].executeWithOptions(
      { activityId: 'Task_CancelHotel', summary: 'Cancel the hotel' },
      [{ hotel }],
    ),
  );
  Object.assign(v, { flight, hotel });

  try {
    const { payment } = await jobs['holidays.charge'].executeWithOptions(
      { activityId: 'Task_Charge', summary: 'Charge the card' },
      [{ card: holiday.card }],
    );
    return { ...v, payment };
  } catch (error) {
    if (!isDeclined(error)) throw error;
  }
  for (const step of undo.reverse()) Object.assign(v, await step());
  const { told } = await jobs['holidays.tell'].executeWithOptions(
    { activityId: 'Task_Tell', summary: 'Tell the customer' },
    [{ holiday }],
  );
  return { ...v, told };
}

function isDeclined(error: unknown): boolean {
  return (
    error instanceof ActivityFailure &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'CARD_DECLINED'
  );
}
