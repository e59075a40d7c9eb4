// policies.yaml → src/policies.values.ts; with --check it writes nothing and says whether they fit each other.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { policiesFile, readPolicies } from './readPolicies.ts';

const SOURCE = 'policies.yaml';
const TARGET = 'src/policies.values.ts';

const content = policiesFile(readPolicies(parse(readFileSync(SOURCE, 'utf8'))));
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, content);
} else if (readFileSync(TARGET, 'utf8') !== content) {
  console.error(
    `${TARGET} is not of ${SOURCE}: run make generate and commit it`,
  );
  process.exitCode = 1;
}
