import { Code, ConnectError } from '@connectrpc/connect';
import { z } from 'zod';
import { currentCaller } from '../caller.ts';
import type { Temporal } from '../temporal/connect.ts';
import { prefixOf } from './names.ts';

const DEFAULT_SIZE = 50;
const MOST = 200;

const token = z.tuple([z.string(), z.string(), z.base64()]);

/** An execution as Temporal's visibility has it. */
export type Listed = Awaited<
  ReturnType<
    Temporal['connection']['workflowService']['listWorkflowExecutions']
  >
>['executions'][number];

/** What is asked of a page. */
export interface PageRequest {
  pageSize: number;
  pageToken: string;
}

/** How many a page holds; whoever asks for none or too many gets what is usual. */
export function pageSizeOf(asked: number): number {
  return asked > 0 ? Math.min(asked, MOST) : DEFAULT_SIZE;
}

/**
 * A page of the instances of whoever calls.
 *
 * @param filter - in Temporal's language; nothing of a caller may be in it
 * @throws ConnectError `invalid_argument` where the token is of another list
 */
export async function listPage(
  { connection, namespace }: Temporal,
  filter: string,
  { pageSize, pageToken }: PageRequest,
): Promise<{ executions: Listed[]; nextPageToken: string }> {
  const { tenantId } = currentCaller();
  const own = `WorkflowId STARTS_WITH '${prefixOf(tenantId)}'`;
  const { executions, nextPageToken: next } =
    await connection.workflowService.listWorkflowExecutions({
      namespace,
      query: filter ? `${own} AND ${filter}` : own,
      pageSize: pageSizeOf(pageSize),
      nextPageToken: parseToken(tenantId, filter, pageToken),
    });
  return {
    executions,
    nextPageToken: next?.length ? formatToken(tenantId, filter, next) : '',
  };
}

const formatToken = (tenantId: string, filter: string, next: Uint8Array) =>
  Buffer.from(
    JSON.stringify([tenantId, filter, Buffer.from(next).toString('base64')]),
  ).toString('base64url');

function parseToken(
  tenantId: string,
  filter: string,
  text: string,
): Uint8Array | undefined {
  if (!text) return undefined;
  try {
    const json = Buffer.from(text, 'base64url').toString();
    const [tenant, of, next] = token.parse(JSON.parse(json));
    if (tenant === tenantId && of === filter)
      return Buffer.from(next, 'base64');
  } catch {
    // said below
  }
  throw new ConnectError(
    'the page token is not from this list; start again without one',
    Code.InvalidArgument,
  );
}
