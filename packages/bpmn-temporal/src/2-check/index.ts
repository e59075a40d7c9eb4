import type { Parsed } from '../1-parse';
import type { Diagnostic } from '../types';
export function check(_parsed: Parsed): Diagnostic[] { return []; }
