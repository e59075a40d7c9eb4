module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // parts of what templates make, which are checked in an output
  ignorePatterns: ['skeletons/**'],
});
