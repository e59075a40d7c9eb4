import type { Applied } from '../kindFunctions';

/** For kinds whose contents are changed as a whole alone. */
export async function noOperations(): Promise<Applied> {
  return {
    problem: 'this kind takes whole contents alone; send the content instead',
  };
}
