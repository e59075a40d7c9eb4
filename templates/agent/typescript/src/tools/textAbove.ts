import type { DescField, DescMethod } from '@bufbuild/protobuf';
import { getComments } from '@bufbuild/protoplugin';

/** What a contract says above a method or a field, in one line. */
export const textAbove = (
  described: DescField | DescMethod,
): string | undefined =>
  getComments(described).leading?.trim().replace(/\s+/g, ' ');
