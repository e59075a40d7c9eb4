import { Skip, type Step } from '../step';
import { bufBreaking, bufLint, generate } from './buf';
import { canaries } from './canaries';
import { catalog } from './catalog';
import { helmLint, helmTemplate } from './chart';
import { imageBuild, imageFile } from './image';
import { make } from './make';
import { coreManifests, customManifests, databaseManifests } from './manifests';
import { migrations } from './migrations';
import {
  compile,
  compileProcess,
  install,
  integration,
  lint,
  testProcess,
  unit,
} from './npm';
import { gitleaks, secretlint } from './secrets';

/** A step that is asked for, and that nobody has made yet. */
const missing = (name: string, reason: string): Step => ({
  name,
  async run() {
    throw new Skip(reason);
  },
});

const domainController: Step[] = [
  canaries,
  catalog,
  gitleaks,
  secretlint,
  install,
  bufLint,
  bufBreaking,
  generate,
  compile,
  lint,
  unit,
  integration,
  migrations,
  make('sdk', 'sdk'),
  helmLint,
  helmTemplate,
  coreManifests,
  customManifests,
  databaseManifests,
  imageFile,
  imageBuild,
  missing('update', 'templates cannot be updated yet'),
];

const processController: Step[] = [
  canaries,
  catalog,
  gitleaks,
  secretlint,
  install,
  compileProcess,
  lint,
  testProcess,
  imageFile,
  missing('chart', 'the template makes no chart yet'),
  missing('update', 'templates cannot be updated yet'),
];

/** What has to be true of the output of a template, in this order. */
export const STEPS: Record<string, Step[]> = {
  'domain-controller': domainController,
  'process-controller': processController,
};
