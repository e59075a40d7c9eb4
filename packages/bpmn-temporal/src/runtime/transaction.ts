import type { Compensation } from './compensation';

/** A transaction was cancelled: what has completed in it is undone before its boundary event is taken (13.5.3). */
export class TransactionCancelled extends Error {
  readonly log: Compensation[];
  constructor(log: Compensation[]) {
    super('Transaction cancelled');
    this.name = 'TransactionCancelled';
    this.log = log;
  }
}
