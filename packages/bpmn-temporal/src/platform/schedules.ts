import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions, ScheduleSpec } from '@temporalio/client';
import type { DeployedStart, Deployment } from '../runtime/deployment';
import { durationFrom } from '../runtime/duration';

/** Makes, changes and removes the schedules of timer start events (10.5.2); ids are `bpmn/<project>/<process>/<element>`. */
export async function scheduleTimers(
  client: Client,
  deployment: Deployment,
  taskQueue: string,
): Promise<void> {
  const prefix = `bpmn/${deployment.name}/`;
  const wanted = new Map<string, ScheduleOptions>();
  for (const { processId, workflowType, starts } of deployment.processes)
    for (const start of starts) {
      if (!start.timer) continue;
      const id = `${prefix}${processId}/${start.elementId}`;
      wanted.set(id, {
        scheduleId: id,
        ...timesOf(start.timer, Date.now()),
        policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL },
        action: {
          type: 'startWorkflow',
          workflowType,
          workflowId: `${processId}/${start.elementId}`,
          taskQueue,
          args: [{}, { elementId: start.elementId }],
        },
        memo: { timer: start.timer },
      });
    }
  for await (const { scheduleId, memo } of client.schedule.list()) {
    if (!scheduleId.startsWith(prefix)) continue;
    const options = wanted.get(scheduleId);
    const same =
      options && JSON.stringify(options.memo) === JSON.stringify(memo);
    if (same) wanted.delete(scheduleId);
    else await client.schedule.getHandle(scheduleId).delete();
  }
  for (const options of wanted.values()) await client.schedule.create(options);
}

type Times = Pick<ScheduleOptions, 'spec' | 'state'>;

/** A BPMN timer as times of a schedule: ISO 8601 repetition, date or duration, or cron as Camunda writes it. */
export function timesOf(
  { form, source }: NonNullable<DeployedStart['timer']>,
  now: number,
): Times {
  if (form === 'date') return once(Date.parse(source));
  if (form === 'duration') return once(now + durationFrom(now, source));
  const repetition = /^R(\d*)\/(?:([^/]+)\/)?(P[^/]+)$/.exec(source);
  if (!repetition) return { spec: { cronExpressions: [cron(source)] } };
  const [, times, from, every = ''] = repetition;
  const startAt = from ? Date.parse(from) : now;
  return {
    spec: repeated(startAt, every),
    ...(times ? { state: { remainingActions: Number(times) } } : {}),
  };
}

function repeated(startAt: number, every: string): ScheduleSpec {
  const begin = new Date(startAt);
  const calendar = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(every);
  if (calendar && every !== 'P') {
    const months = Number(calendar[1] ?? 0) * 12 + Number(calendar[2] ?? 0);
    const first = begin.getUTCMonth() + 1;
    return {
      startAt: begin,
      calendars: [
        {
          year:
            months > 12 && months % 12 === 0
              ? { start: begin.getUTCFullYear(), end: 2100, step: months / 12 }
              : '*',
          month: monthsOf(first, months),
          dayOfMonth: begin.getUTCDate(),
          hour: begin.getUTCHours(),
          minute: begin.getUTCMinutes(),
          second: begin.getUTCSeconds(),
        },
      ],
    };
  }
  const length = durationFrom(startAt, every);
  return {
    startAt: begin,
    intervals: [{ every: length, offset: startAt % length }],
  };
}

/** Months of the year in which a repetition by months falls; it has to go up in a year. */
function monthsOf(first: number, months: number) {
  if (months % 12 === 0) return monthNames[first - 1];
  if (12 % months !== 0)
    throw new Error(
      `Every ${months} months is no part of a year: a schedule can not keep it`,
    );
  return Array.from(
    { length: 12 / months },
    (_, nth) => monthNames[(first - 1 + nth * months) % 12] ?? 'JANUARY',
  );
}

const monthNames = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** Camunda's cron has six fields, seconds first; Temporal's seven, with the year last. */
function cron(source: string): string {
  const fields = source.trim().split(/\s+/);
  return fields.length === 6 ? `${fields.join(' ')} *` : source;
}

function once(at: number): Times {
  const date = new Date(at);
  return {
    spec: {
      calendars: [
        {
          year: date.getUTCFullYear(),
          month: monthNames[date.getUTCMonth()],
          dayOfMonth: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
        },
      ],
    },
    state: { remainingActions: 1 },
  };
}
