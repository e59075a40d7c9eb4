import {
  create,
  type DescMessage,
  type DescMethodUnary,
  type MessageInitShape,
  type MessageShape,
} from '@bufbuild/protobuf';
import type pg from 'pg';
import { once } from '../database/idempotency.ts';
import { inTransaction, type Work } from '../database/unitOfWork.ts';

/** What every request that changes something carries; validated before it comes here. */
interface Changing {
  context?: { requestId: string } | undefined;
}

/** Serves a method that changes something: once per request id, all of it or nothing. */
export function change<I extends DescMessage, O extends DescMessage>(
  pool: pg.Pool,
  method: DescMethodUnary<I, O>,
  request: MessageShape<I> & Changing,
  work: (tx: Work) => Promise<MessageInitShape<O>>,
): Promise<MessageShape<O>> {
  const { input, output } = method;
  return inTransaction(pool, tx =>
    once(
      tx,
      {
        requestId: request.context?.requestId ?? '',
        input,
        message: request,
        output,
      },
      async () => create(output, await work(tx)),
    ),
  );
}

/** What protovalidate has made sure of, told to the compiler. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A request was not validated');
  return value;
}
