/** What Temporal takes as one payload, in bytes of its JSON. */
export const payloadLimit = 2 * 1024 * 1024;

/** The type of the failure of a job whose result is larger; never a BPMN error. */
export const payloadTooLarge = 'PayloadTooLarge';

/** How many bytes the value is, where those are too many; undefined where it fits. */
export function bytesTooMany(value: unknown): number | undefined {
  // text is at most six bytes a unit as JSON, so that most values need not be written to be measured
  if (unitsOf(value) * 6 < payloadLimit) return undefined;
  const bytes = utf8Bytes(JSON.stringify(value) ?? '');
  return bytes > payloadLimit ? bytes : undefined;
}

/** `3.1 MB`, beside the limit. */
export function tellSize(bytes: number): string {
  const megabytes = (count: number) => `${(count / 1024 ** 2).toFixed(1)} MB`;
  return `${megabytes(bytes)}, and Temporal takes ${megabytes(payloadLimit)}`;
}

function unitsOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 24;
  let units = 2;
  if (Array.isArray(value))
    for (const entry of value) units += unitsOf(entry) + 1;
  else
    for (const [name, field] of Object.entries(value))
      units += name.length + 4 + unitsOf(field);
  return units;
}

/** Workflows have no Buffer. */
function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1;
    // a pair of surrogates is four bytes, and was counted as two units of three
    if (unit >= 0xd800 && unit <= 0xdbff) bytes -= 2;
  }
  return bytes;
}
