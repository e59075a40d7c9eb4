// make drawing-check: lints the drawing, and finds where the source or the artifact store have drifted from it.
import './plainErrors.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readDrawing, storeOf } from './artifact.ts';
import { drawingOf } from './drawing.ts';
import { compiledDrift } from './drift.ts';
import { lint } from './lint.ts';
import { templateProblems } from './templates.ts';

const ROOT = join(import.meta.dirname, '..');
const path = drawingOf(ROOT);
const drawing = readFileSync(join(ROOT, path), 'utf8');
const rules = parse(
  readFileSync(join(import.meta.dirname, 'rules.yaml'), 'utf8'),
) as object;

const findings = await lint(drawing, rules);
for (const { category, elementId, message, rule } of findings) {
  console.log(`${category} ${elementId}: ${message} (${rule})`);
}
const problems = [
  ...templateProblems(join(import.meta.dirname, 'element-templates')),
  ...compiledDrift(ROOT),
];
const store = storeOf(process.env);
if (!store) {
  console.log('FACTORY_URL is not set: not compared with the artifact store');
} else if ((await readDrawing(store, path.replace('.bpmn', ''))) !== drawing) {
  problems.push(
    `${path} is not what the artifact store has: make drawing-push, or build the artifact`,
  );
}
for (const problem of problems) console.log(`error ${problem}`);
const errors = findings.filter(({ category }) => category === 'error').length;
console.log(
  `${path}: ${errors + problems.length} errors, ${
    findings.length - errors
  } warnings`,
);
process.exitCode = errors + problems.length ? 1 : 0;
