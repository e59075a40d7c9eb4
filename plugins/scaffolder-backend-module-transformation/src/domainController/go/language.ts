import type { ServiceLanguage } from '../render';
import { findGoConflicts } from './conflicts';
import { goFiles } from './files';
import { sdkModule } from './names';

/** What the skeleton calls the module that others import. */
const PLACEHOLDER = 'go.example/tenant/service/client';

/**
 * The module of the service itself is called "service" in all of them: nobody
 * imports a service, and so no source depends on where its repository will be.
 */
export const go: ServiceLanguage = {
  named: Object.fromEntries(
    ['sdk/go/go.mod', 'buf.gen.sdk.yaml'].map(path => [
      path,
      (text, model) => text.replace(PLACEHOLDER, sdkModule(model)),
    ]),
  ),
  findConflicts: findGoConflicts,
  files: goFiles,
  folders: `\
    cmd/service/             starts and ends it
    internal/services/       handlers of the methods: business rules go here
    internal/resources/      names, pages, masks, etags, and how an aggregate is stored
    internal/database/       transactions, request ids, outbox
    internal/interceptors/   traces, logs, errors, sign-in, validation; in this order
    internal/server/         the server, health and metrics, shutdown
    sdk/go/                  the module that others import; "make sdk" puts it into sdk/dist
    test/                    integration/, and contract/ through the generated client`,
  testDatabase: 'binaries from Maven Central',
};
