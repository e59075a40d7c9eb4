import { parseDocument } from 'yaml';
import type { Named } from '../service/assemble';
import type { ProcessModel } from './model';

/** Where the contracts of dependencies are; their clients are generated like those of the process. */
export const CONTRACTS = 'contracts';

/** A module of buf's workspace, which somebody else looks after. */
const MODULE = {
  path: CONTRACTS,
  lint: { ignore: [CONTRACTS] },
  breaking: { ignore: [CONTRACTS] },
};

/** Adds to a list of a file in YAML, whose comments stay, where there are contracts. */
const withItem =
  (list: string, item: object) =>
  (text: string, { parameters }: ProcessModel): string => {
    if (!parameters.protos.length) return text;
    const document = parseDocument(text);
    document.addIn([list], document.createNode(item));
    return document.toString();
  };

/** What buf is told of the contracts, where there are some. */
export const withContracts: Named<ProcessModel> = {
  'buf.yaml': withItem('modules', MODULE),
};

/** The same for a language that generates from single folders, not from the whole workspace. */
export const withContractFolder: Named<ProcessModel> = {
  'buf.gen.yaml': withItem('inputs', { directory: CONTRACTS }),
};
