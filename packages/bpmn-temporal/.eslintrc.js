module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Copied into the output, whose package.json has these packages.
      files: ['src/runtime/**', 'src/platform/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
    {
      // Temporal is loaded when a command needs it; compiling does without.
      files: ['src/cli/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
    {
      files: ['**/*.test.ts', 'src/__testUtils__/**'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-conditional-expect': 'off',
        'jest/no-standalone-expect': 'off',
        'no-restricted-syntax': 'off',
      },
    },
    {
      files: ['src/**'],
      rules: {
        // What is used stands before what it is made of: files are read from the top.
        '@typescript-eslint/no-use-before-define': 'off',
        'no-control-regex': 'off',
      },
    },
  ],
});
