// make drawing-push: makes the drawing the newest state of the artifact.
import './plainErrors.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pushDrawing, storeOf } from './artifact.ts';
import { drawingOf } from './drawing.ts';

const ROOT = join(import.meta.dirname, '..');
const path = drawingOf(ROOT);
const store = storeOf(process.env);
if (!store) throw new Error('FACTORY_URL and FACTORY_TOKEN have to be set');
const done = await pushDrawing(
  store,
  path.replace('.bpmn', ''),
  readFileSync(join(ROOT, path), 'utf8'),
);
console.log(`${path}: ${done}`);
