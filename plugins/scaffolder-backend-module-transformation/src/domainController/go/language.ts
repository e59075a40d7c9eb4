import type { ServiceLanguage } from '../language';
import { goFiles } from './files';

/**
 * The module of the service itself is called "service" in all of them: nobody
 * imports a service, and so no source depends on where its repository will be.
 */
export const go: ServiceLanguage = {
  named: {},
  files: goFiles,
  folders: `\
    cmd/service/             starts and ends it
    internal/services/       handlers of the methods: business rules go here
    internal/resources/      names, pages, masks, etags, and how an aggregate is stored
    internal/database/       transactions, request ids, outbox
    internal/interceptors/   traces, logs, errors, sign-in, validation; in this order
    internal/server/         the server, health and metrics, shutdown
    test/                    integration/, and contract/ through the generated client`,
  testDatabase: 'binaries from Maven Central',
};
