import { markdown } from '../../text/markdown';
import type { DomainModel } from '../model/model';

/** The README of a contract that is kept for itself, for who changes it. */
export const contractReadme = ({
  name,
  title,
  protoPackage,
  parameters,
}: DomainModel): string => `\
# Contract of ${markdown(title)}

What the domain controller \`${name}\` serves: \`${protoPackage}\`, and clients of it.

\`\`\`sh
make lint       # the protos
make breaking   # whether they still fit those who call it
make sdk        # clients, AmeideClient in TypeScript, Go and Python
make sdk-push BSR=buf.build/${
  parameters.organization
}   # the contract, to a Buf Schema Registry
\`\`\`

\`make sdk\` puts the clients into \`sdk/dist\`, and needs Node, Go and uv. Their version is that of \`sdk/typescript/package.json\`.

A change comes here first; then \`make contract\` in the repository of the service takes it. Add fields at the end: their numbers are the contract.
`;
