import { assign, call, format, type Expression } from './format';
import { method } from './names';

interface Place {
  /** The client. */
  by?: string;
  indent?: string;
}

const sent = (rpc: string, request: Expression, by = 'acme'): Expression =>
  call(`await ${by}.${method(rpc)}`, request);

/** A request of a client, in a test. */
export const send = (
  rpc: string,
  request: Expression,
  { by, indent = '    ' }: Place = {},
): string => format(sent(rpc, request, by), indent);

/** A request of a client, and its answer as `response`. */
export const ask = (
  rpc: string,
  request: Expression,
  { by, indent = '    ' }: Place = {},
): string => assign('response', sent(rpc, request, by), indent);
