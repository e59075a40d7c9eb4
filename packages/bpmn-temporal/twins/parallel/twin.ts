import { proxyActivities } from '@temporalio/workflow';

interface Variables {
  trip: { to: string; days: number };
  flight?: string;
  hotel?: string;
  car?: string;
  confirmation?: string;
}

interface Jobs {
  'trips.book-flight'(
    input: Pick<Variables, 'trip'>,
  ): Promise<{ flight: string }>;
  'trips.book-hotel'(
    input: Pick<Variables, 'trip'>,
  ): Promise<{ hotel: string }>;
  'trips.rent-car'(input: Pick<Variables, 'trip'>): Promise<{ car: string }>;
  'trips.confirm'(input: {
    flight: string;
    hotel: string;
    car: string;
  }): Promise<{ confirmation: string }>;
}

const jobs = proxyActivities<Jobs>({
  startToCloseTimeout: '1 minute',
  retry: { maximumAttempts: 3 },
});

/** Books flight, hotel and car at the same time, then confirms. */
export async function tripBooking(v: Variables): Promise<Variables> {
  const { trip } = v;
  const [{ flight }, { hotel }, { car }] = await Promise.all([
    jobs['trips.book-flight'].executeWithOptions(
      { activityId: 'Task_Flight', summary: 'Book the flight' },
      [{ trip }],
    ),
    jobs['trips.book-hotel'].executeWithOptions(
      { activityId: 'Task_Hotel', summary: 'Book the hotel' },
      [{ trip }],
    ),
    jobs['trips.rent-car'].executeWithOptions(
      { activityId: 'Task_Car', summary: 'Rent a car' },
      [{ trip }],
    ),
  ]);
  const { confirmation } = await jobs['trips.confirm'].executeWithOptions(
    { activityId: 'Task_Confirm', summary: 'Confirm the trip' },
    [{ flight, hotel, car }],
  );
  return { ...v, flight, hotel, car, confirmation };
}
