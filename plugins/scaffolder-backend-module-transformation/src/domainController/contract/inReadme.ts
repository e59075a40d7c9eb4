import type { DomainModel } from '../model/model';

/** What the README of a service says of its contract, which may be kept elsewhere. */
export const contractInReadme = ({
  contractRepository,
  parameters,
}: DomainModel) =>
  contractRepository
    ? {
        verbs: `\
make contract         # takes the protos from ${contractRepository}, or from CONTRACT=ANY-INPUT-OF-BUF
make contract-check   # whether they are still the same
`,
        folders: `\
    proto/               a copy of the contract, which is kept in ${contractRepository}
`,
        rule: `A change of the contract lands in ${contractRepository} first; \`make contract\` takes it. `,
      }
    : {
        verbs: `\
make sdk        # clients for those who call it, AmeideClient in TypeScript, Go and Python
make sdk-push BSR=buf.build/${parameters.organization}   # the contract, to a Buf Schema Registry
`,
        folders: `\
    proto/               the contract
    sdk/                 clients in TypeScript, Go and Python; "make sdk" puts them into sdk/dist, and needs Node, Go and uv
`,
        rule: '',
      };
