import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** What opens a connection or sends something, of all that Node has for it: TLS, HTTP and fetch end here too. */
const WAYS_OUT: [object, RegExp][] = [
  [net.Socket.prototype, /^connect$/],
  [dgram.Socket.prototype, /^(connect|send)$/],
  [dns, /^(lookup|resolve|reverse)/],
  [dns.promises, /^(lookup|resolve|reverse)/],
  [dns.Resolver.prototype, /^(resolve|reverse)/],
  [dns.promises.Resolver.prototype, /^(resolve|reverse)/],
];

/**
 * From now on nothing leaves this process: properties are set that no code can
 * set again. Node's permission model, with which `make sandbox` starts it,
 * refuses other processes, worker threads, native code and Node's own bindings.
 */
export function refuseNetwork(): void {
  for (const [owner, names] of WAYS_OUT) {
    for (const name of namesOf(owner).filter(found => names.test(found))) {
      Object.defineProperty(owner, name, {
        value: () => {
          throw new Error(`The sandbox refuses ${name}`);
        },
        writable: false,
        configurable: false,
      });
    }
  }
  syncBuiltinESMExports();
}

/** Of its own and inherited ones: Resolver has most of them from above. */
function namesOf(owner: object | null): string[] {
  return owner && owner !== Object.prototype
    ? [
        ...Object.getOwnPropertyNames(owner),
        ...namesOf(Object.getPrototypeOf(owner) as object | null),
      ]
    : [];
}
