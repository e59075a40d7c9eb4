import { oneLine } from './lines';

/** A string of TOML, which escapes as JSON does. */
export const tomlString = (text: string): string =>
  JSON.stringify(oneLine(text));
