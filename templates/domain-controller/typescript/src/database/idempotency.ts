import { createHash } from 'node:crypto';
import {
  fromBinary,
  toBinary,
  type DescMessage,
  type MessageShape,
} from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { currentCaller } from '../caller.ts';
import type { Work } from './unitOfWork.ts';

/** A request that changes something, and what it is answered with. */
export interface Request<I extends DescMessage, O extends DescMessage> {
  requestId: string;
  input: I;
  message: MessageShape<I>;
  output: O;
}

/**
 * Does what a request asks for once. The same request id again, by the same
 * subject with the same content, gets the first answer; with another content
 * it is refused. A request that is being served meanwhile is waited for.
 */
export async function once<I extends DescMessage, O extends DescMessage>(
  tx: Work,
  request: Request<I, O>,
  work: () => Promise<MessageShape<O>>,
): Promise<MessageShape<O>> {
  const { requestId, input, message, output } = request;
  const digest = createHash('sha256')
    .update(`${currentCaller().subject}\0${input.typeName}\0`)
    .update(toBinary(input, message))
    .digest();
  const { rowCount } = await tx.query(
    `INSERT INTO idempotency_keys (tenant_id, request_id, digest) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [tx.tenantId, requestId, digest],
  );
  if (rowCount === 0) {
    const { rows } = await tx.query<{ digest: Buffer; response: Buffer }>(
      'SELECT digest, response FROM idempotency_keys WHERE tenant_id = $1 AND request_id = $2',
      [tx.tenantId, requestId],
    );
    const first = rows[0];
    if (!first?.digest.equals(digest)) {
      throw new ConnectError(
        'the request id was used for another request; make a new one',
        Code.FailedPrecondition,
      );
    }
    return fromBinary(output, first.response);
  }
  const response = await work();
  await tx.query(
    'UPDATE idempotency_keys SET response = $3 WHERE tenant_id = $1 AND request_id = $2',
    [tx.tenantId, requestId, toBinary(output, response)],
  );
  return response;
}
