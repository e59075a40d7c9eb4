import type { Diagnostic } from '../types';
export async function checkSource(_source: string): Promise<Diagnostic[]> { return []; }
