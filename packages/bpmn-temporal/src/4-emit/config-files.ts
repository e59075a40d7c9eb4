import type { Project } from './project';

const temporal = '^1.24.0';

/** package.json; feelin is needed only where FEEL is interpreted. */
export function packageFile(project: Project, interprets: boolean): string {
  return `${JSON.stringify(
    {
      name: project.name,
      version: '0.1.0',
      private: true,
      type: 'module',
      engines: { node: '>=24' },
      scripts: {
        start: 'node src/worker.ts',
        build: 'node src/bundle.gen.ts',
        withdraw: 'node src/withdraw.gen.ts',
        typecheck: 'tsc',
        lint: 'eslint .',
        test: "node --test 'test/**/*.test.ts'",
      },
      dependencies: {
        '@temporalio/activity': temporal,
        '@temporalio/client': temporal,
        '@temporalio/common': temporal,
        '@temporalio/worker': temporal,
        '@temporalio/workflow': temporal,
        ...(interprets ? { feelin: '^8.2.0' } : {}),
      },
      devDependencies: {
        '@eslint/js': '^9.0.0',
        '@temporalio/testing': temporal,
        '@types/node': '^24.0.0',
        eslint: '^9.0.0',
        typescript: '~5.9.3',
        'typescript-eslint': '^8.0.0',
      },
    },
    null,
    2,
  )}\n`;
}

export function tsconfigFile(): string {
  return `${JSON.stringify(
    {
      compilerOptions: {
        target: 'es2024',
        lib: ['es2024'],
        module: 'nodenext',
        moduleResolution: 'nodenext',
        types: ['node'],
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: false,
        verbatimModuleSyntax: true,
        allowImportingTsExtensions: true,
        erasableSyntaxOnly: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include: ['src', 'test'],
    },
    null,
    2,
  )}\n`;
}

export function eslintFile(): string {
  return `import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default [js.configs.recommended, ...tseslint.configs.recommended, {
  languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  rules: {
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'no-constant-condition': ['error', { checkLoops: false }],
  },
}];
`;
}

export function dockerFile(): string {
  return `FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json* ./
RUN npm install --omit=dev --no-audit --no-fund
COPY src ./src
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production TEMPORAL_WORKFLOW_BUNDLE=dist/workflows.js
WORKDIR /app
COPY --from=build /app ./
# the uid of node in this image; by number, so that runAsNonRoot can tell
USER 1000
CMD ["node", "src/worker.ts"]
`;
}

/** .gitignore, written once. */
export const gitIgnore = `node_modules
dist
`;

export const dockerIgnore = `node_modules
dist
test
.git
*.md
`;
