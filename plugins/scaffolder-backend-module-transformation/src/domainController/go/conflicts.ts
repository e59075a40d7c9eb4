import { messagesOf, twice } from '../model/conflicts';
import type { Aggregate, DomainModel } from '../model/model';
import { goName } from './names';

/** Folders that Go does not let everybody import from. */
const CLOSED_FOLDERS = ['internal', 'vendor'];

/** A file whose name ends so is built for one system or processor alone. */
const FOR_ONE_SYSTEM = new RegExp(
  `_(${[
    ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos'],
    ...['ios', 'js', 'linux', 'nacl', 'netbsd', 'openbsd', 'plan9', 'solaris'],
    ...['wasip1', 'windows', 'zos', '386', 'amd64', 'amd64p32', 'arm'],
    ...['armbe', 'arm64', 'arm64be', 'loong64', 'mips', 'mipsle', 'mips64'],
    ...['mips64le', 'mips64p32', 'mips64p32le', 'ppc', 'ppc64', 'ppc64le'],
    ...['riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm'],
  ].join('|')})(_test)?$`,
);

/** Getters of the methods' messages that come after the aggregate. */
const GETTERS = ['get_update_mask', 'get_next_page_token'];

const enumsOf = ({ name, fields }: Aggregate): string[] =>
  fields
    .filter(({ type }) => type === 'enum')
    .map(({ enumName }) => `${goName(name)}_${goName(enumName)}`);

/** Names that are fine in a proto, and meet or mean something else in Go. */
export function findGoConflicts({
  aggregates,
  parameters,
}: DomainModel): string[] {
  const { organization, domain } = parameters;
  const services = aggregates.map(({ name }) => `${goName(name)}Service`);
  return [
    ...CLOSED_FOLDERS.filter(
      name => name === organization || name === domain,
    ).map(name => `a package of Go cannot be in a folder called ${name}`),
    ...aggregates
      .filter(({ snake }) => FOR_ONE_SYSTEM.test(snake))
      .map(
        ({ name, snake }) =>
          `an aggregate cannot be called ${name}: Go would build ${snake}.pb.go for one system alone`,
      ),
    ...aggregates
      .filter(({ snake, page }) =>
        GETTERS.some(getter => getter === snake || getter === page),
      )
      .map(({ name }) => `an aggregate cannot be called ${name}`),
    ...twice('name in Go', [
      'RequestContext',
      ...aggregates.flatMap(messagesOf).map(goName),
      ...aggregates.flatMap(enumsOf),
    ]),
    ...twice('name in Go', [
      ...services,
      ...services.map(service => `New${service}`),
      ...services.map(service => `Unimplemented${service}`),
    ]),
    ...twice(
      'name in Go',
      aggregates.map(({ plural }) => goName(plural)),
    ),
  ];
}
