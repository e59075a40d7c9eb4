import { ApplicationFailure } from '@temporalio/workflow';

/** For validators of Updates: refuses a key that is not open, and says which are. */
export function mustBeOpen(
  open: ReadonlyMap<string, unknown>,
  what: string,
  key: string,
): void {
  if (open.has(key)) return;
  const keys = [...open.keys()].slice(0, 20).join(', ') || 'none';
  throw refusal(
    `There is no open ${what} ${JSON.stringify(
      key,
    )}: it is unknown or already done. Open: ${keys}`,
  );
}

export function refusal(message: string, type = 'NotOpen'): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, type);
}
