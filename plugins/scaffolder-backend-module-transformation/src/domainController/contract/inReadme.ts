import { contractOf } from '@ameide/plugin-transformation-common';
import type { DomainModel } from '../model/model';

/** What the README of a service says of its contract, which may be kept elsewhere. */
const isOwn = ({ parameters }: DomainModel) =>
  parameters.contract === 'repository';

export const contractVerbs = (model: DomainModel): string =>
  isOwn(model)
    ? `\
make contract         # takes the protos from ${contractOf(
        model.name,
      )}, or from CONTRACT=ANY-INPUT-OF-BUF
make contract-check   # whether they are still the same
`
    : `\
make sdk        # clients for those who call it, AmeideClient in TypeScript, Go and Python
make sdk-push BSR=buf.build/${model.parameters.organization}   # the contract, to a Buf Schema Registry
`;

export const contractFolders = (model: DomainModel): string =>
  isOwn(model)
    ? `\
    proto/               a copy of the contract, which is kept in ${contractOf(
      model.name,
    )}
`
    : `\
    proto/               the contract
    sdk/                 clients in TypeScript, Go and Python; "make sdk" puts them into sdk/dist, and needs Node, Go and uv
`;

export const contractRule = (model: DomainModel): string =>
  isOwn(model)
    ? `A change of the contract lands in ${contractOf(
        model.name,
      )} first; \`make contract\` takes it. `
    : '';
