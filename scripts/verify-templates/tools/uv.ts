import { delimiter, dirname } from 'node:path';
import { pipProgram } from './pip';

/** An environment in which outputs in Python find uv. */
export async function withUv(): Promise<NodeJS.ProcessEnv> {
  const { file } = await pipProgram('uv', '0.13.9', 'uv');
  return { PATH: [dirname(file), process.env.PATH].join(delimiter) };
}
