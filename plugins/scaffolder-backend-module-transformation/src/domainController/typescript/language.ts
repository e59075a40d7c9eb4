import type { ServiceLanguage } from '../language';
import { typescriptFiles } from './files';
import { named } from '../../service/named';

export const typescript: ServiceLanguage = {
  named: {
    'package.json': (text, { name, description }) =>
      named(text, name, description),
    'package-lock.json': (text, { name, description }) =>
      named(text, name, description),
  },
  files: typescriptFiles,
  folders: `\
    src/services/        handlers of the methods: business rules go here
    src/resources/       names, pages, masks, etags, and how an aggregate is stored
    src/database/        transactions, request ids, outbox
    src/interceptors/    traces, logs, errors, sign-in, validation; in this order
    src/server/          the server, health and metrics, shutdown
    test/                unit/, integration/, and contract/ through the generated client`,
  testDatabase: 'binaries from npm',
};
