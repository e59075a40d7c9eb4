// make generate: writes test/paths.gen.json, what the tests hold the worker against.
import './plainErrors.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingOf } from './drawing.ts';
import { cover } from './paths/cover.ts';
import { play } from './paths/play.ts';
import { readProcess } from './paths/process.ts';

const ROOT = join(import.meta.dirname, '..');
const path = drawingOf(ROOT);
const process = await readProcess(readFileSync(join(ROOT, path), 'utf8'));
const paths = cover(play(process));
writeFileSync(
  join(ROOT, 'test', 'paths.gen.json'),
  `${JSON.stringify({ processId: process.id, paths }, null, 2)}\n`,
);
console.log(`${path}: ${paths.map(({ name }) => name).join(', ')}`);
