import type { Named } from '../service/assemble';
import type { ProcessModel } from './model';

/** Where the contracts of dependencies are; their clients are generated like those of the process. */
export const CONTRACTS = 'contracts';

/** A module of buf's workspace, which somebody else looks after. */
const MODULE = `\
  # contracts of what this process depends on, as they came
  - path: ${CONTRACTS}
    lint:
      ignore: [${CONTRACTS}]
    breaking:
      ignore: [${CONTRACTS}]
`;

const FIRST = '  - path: proto\n';
const INPUT = '  - directory: proto\n';

const insert =
  (after: string, text: string) =>
  (file: string, { parameters }: ProcessModel): string =>
    parameters.protos.length
      ? file.replace(after, () => `${after}${text}`)
      : file;

/** What buf is told of the contracts, where there are some. */
export const withContracts: Named<ProcessModel> = {
  'buf.yaml': insert(FIRST, MODULE),
  // of a language that generates from single folders
  'buf.gen.yaml': insert(INPUT, `  - directory: ${CONTRACTS}\n`),
};
