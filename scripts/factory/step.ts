/** Says what is being done and, behind it, how long it took. */
export async function step<T>(
  text: string,
  work: () => Promise<T>,
): Promise<T> {
  const start = Date.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${text} ...`);
  const end = (mark: string) => {
    const line = `${mark} ${text} (${((Date.now() - start) / 1000).toFixed(
      1,
    )} s)`;
    process.stdout.write(live ? `\r\x1b[K${line}\n` : `${line}\n`);
  };
  try {
    const result = await work();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}
