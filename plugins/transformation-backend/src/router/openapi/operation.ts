import { z } from 'zod';

/** One route, as the document describes it. */
export interface Operation {
  method: 'get' | 'post';
  /** Below `/v1`, with `{name}` for what varies. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** What the body is sent as, where it is no JSON. */
  contentType?: string;
  status?: number;
  answer: z.ZodType;
  /** What the answer is sent as, where it is no JSON. */
  answerType?: string;
}

export const listOf = (item: z.ZodType) => z.object({ items: z.array(item) });
