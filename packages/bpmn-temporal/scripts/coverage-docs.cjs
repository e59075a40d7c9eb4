// Writes docs/reference/bpmn-coverage.md: what is executed, and the cases of src/suite that prove it.
//   node scripts/coverage-docs.cjs [--check]
require('@backstage/cli/config/nodeTransform.cjs');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { chapters } = require('../src/suite/cases.ts');

const file = join(__dirname, '../../../docs/reference/bpmn-coverage.md');
const [head, tail] = readFileSync(file, 'utf8').split(
  /<!-- cases -->[\s\S]*<!-- \/cases -->/,
);
const cell = text => text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
const expected = ({ path, elements, fails, result, waits }) =>
  [
    path && `\`${path}\``,
    elements && `\`${elements}\` in some order`,
    result && `ends with \`${JSON.stringify(result)}\``,
    fails && `fails with \`${fails}\``,
    waits && `waits at \`${waits}\``,
  ]
    .filter(Boolean)
    .join('; ') || 'ends';
const sections = Object.entries(chapters).map(
  ([chapter, cases]) =>
    `### ${chapter}\n\n| case | what it proves | what happens |\n| --- | --- | --- |\n${Object.entries(
      cases,
    )
      .map(
        ([id, one]) =>
          `| \`${id}\` | ${cell(one.title)} | ${cell(expected(one))} |`,
      )
      .join('\n')}\n`,
);
const content = `${head}<!-- cases -->\n\n${sections.join(
  '\n',
)}\n<!-- /cases -->${tail}`;
if (!process.argv.includes('--check')) writeFileSync(file, content);
else if (
  readFileSync(file, 'utf8').replace(/[ -]+\|/g, ' |') !==
  content.replace(/[ -]+\|/g, ' |')
) {
  console.error(
    'docs/reference/bpmn-coverage.md is stale: run `node scripts/coverage-docs.cjs`',
  );
  process.exit(1);
}
