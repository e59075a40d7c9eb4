import { oneLine } from './lines';

/** A literal; backslashes mean nothing in it. */
export const sqlString = (text: string): string =>
  `'${oneLine(text).replace(/'/g, "''")}'`;

/** A name, so that it may be one of SQL's words. */
export const sqlName = (name: string): string =>
  `"${name.replace(/"/g, '""')}"`;
