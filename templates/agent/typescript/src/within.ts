/**
 * Gives work so many seconds; the signal tells it when they are over.
 *
 * @throws what `late` makes, at once, even where the work goes on
 */
export async function within<T>(
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
): Promise<T> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(late());
      over.abort();
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work(over.signal), waited]);
  } finally {
    clearTimeout(timer);
  }
}
