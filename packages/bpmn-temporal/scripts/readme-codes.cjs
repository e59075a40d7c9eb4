// Writes the table of codes in README.md from the rules themselves.
require('@backstage/cli/config/nodeTransform.cjs');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { rules, textRules } = require('../src/2-check/rules');
const { nested, notBpmn } = require('../src/2-check');

const path = join(__dirname, '../README.md');
const rows = [...textRules, ...rules, nested, notBpmn]
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(
    ({ code, severity, title, hint }) =>
      `| ${code} | ${severity} | ${title} | ${hint
        .replace(/\|/g, '\\|')
        .replace(/</g, '&lt;')} |`,
  );
const table = [
  '| code | severity | what | what to do |',
  '|---|---|---|---|',
  ...rows,
].join('\n');
const readme = readFileSync(path, 'utf8');
writeFileSync(
  path,
  readme.replace(
    /(<!-- codes -->\n)[\s\S]*(\n<!-- \/codes -->)/,
    (_, open, close) => `${open}${table}${close}`,
  ),
);
