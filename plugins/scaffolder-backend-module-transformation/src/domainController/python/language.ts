import type { ServiceLanguage } from '../language';
import { pythonFiles } from './files';
import { described } from '../../service/described';

export const python: ServiceLanguage = {
  named: { 'pyproject.toml': described },
  files: pythonFiles,
  folders: `\
    src/service/services/      handlers of the methods: business rules go here
    src/service/resources/     names, pages, masks, etags, and how an aggregate is stored
    src/service/database/      transactions, request ids, outbox
    src/service/interceptors/  traces, logs, errors, sign-in, validation; in this order
    src/service/server/        the servers, health and metrics, shutdown
    requirements/              what is installed, by checksum; \`make lock\` writes it anew
    tests/                     unit/, integration/, and contract/ through the generated client`,
  testDatabase: 'binaries from PyPI',
};
