import { z } from 'zod';
import type { RenderedFile } from './provenance';

/** A contract of somebody else, which is copied as it is. */
const contract = z.strictObject({
  path: z
    .string()
    .max(200)
    .regex(/^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)*\.proto$/)
    // buf has these from their owners
    .refine(
      path => !/^(buf|google)\//.test(path),
      'is there already, or comes with buf',
    ),
  content: z.string().min(1).max(500_000),
});
export type Contract = z.infer<typeof contract>;

export const contracts = z.array(contract).max(100).default([]);

/** One sentence for each contract that is there twice. */
export function findTwice(all: Contract[]): string[] {
  const paths = all.map(({ path }) => path);
  return paths
    .filter((path, i) => paths.indexOf(path) !== i)
    .map(path => `protos: ${path} is there twice`);
}

/** The files of contracts in a folder. */
export const contractFiles = (all: Contract[], dir: string): RenderedFile[] =>
  all.map(({ path, content }) => ({ path: `${dir}/${path}`, content }));
