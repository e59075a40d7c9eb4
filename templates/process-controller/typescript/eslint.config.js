import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['gen/', 'dist/', 'chart/']),
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_' },
      ],
      'no-constant-condition': ['error', { checkLoops: false }],
    },
  },
  {
    files: [
      'src/api/**',
      'src/telemetry/**',
      'test/{unit,integration,support}/**',
      'scripts/**',
      'modeling/**',
    ],
    extends: [ts.configs.strict],
  },
);
