const pattern =
  /^([+-])?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;

/** Milliseconds from `start` to `start` plus the ISO 8601 duration; years and months go by the calendar, in UTC. */
export function durationFrom(start: number, text: string): number {
  const match = pattern.exec(text);
  if (!match || /^[+-]?P(.*T)?$/.test(text))
    throw new Error(
      `${JSON.stringify(text)} is no ISO 8601 duration such as PT24H or P3D`,
    );
  const [sign, years, months, weeks, days, hours, minutes] = match
    .slice(1)
    .map(part => (part === '-' ? -1 : Number(part ?? 0) || 0));
  const seconds = Number((match[8] ?? '0').replace(',', '.'));
  const direction = sign === -1 ? -1 : 1;
  const date = new Date(start);
  date.setUTCFullYear(date.getUTCFullYear() + direction * (years ?? 0));
  date.setUTCMonth(date.getUTCMonth() + direction * (months ?? 0));
  const inHours =
    ((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0) + (minutes ?? 0) / 60;
  return (
    date.getTime() -
    start +
    direction * Math.round(inHours * 3_600_000 + seconds * 1_000)
  );
}

/** Milliseconds from `start` to the ISO 8601 date; one without a zone is in UTC. */
export function timeUntil(start: number, text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T');
  const due = Date.parse(zoned ? text : `${text}Z`);
  if (Number.isNaN(due))
    throw new Error(
      `${JSON.stringify(
        text,
      )} is no ISO 8601 date such as 2030-01-31T12:00:00Z`,
    );
  return due - start;
}

/** An ISO 8601 repetition such as `R3/PT10M`; without a number it goes on for ever. */
export function repetition(text: string): { times: number; every: string } {
  const match = /^R(\d*)\/(P[^/]+)$/.exec(text);
  if (!match)
    throw new Error(
      `${JSON.stringify(text)} is no ISO 8601 repetition such as R3/PT10M`,
    );
  return {
    times: match[1] ? Number(match[1]) : Infinity,
    every: match[2] ?? '',
  };
}
