/** The largest drawing or decision file that is read, in bytes of UTF-8; the artifact store keeps nothing larger. */
export const MAX_SOURCE_BYTES = 10 * 1024 * 1024;

/** How large a text is in UTF-8. */
export const bytesOf = (text: string): number =>
  new TextEncoder().encode(text).length;
