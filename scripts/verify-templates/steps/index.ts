import { Skip, type Step } from '../step';
import { bufBreaking, bufLint, generate } from './buf';
import { canaries } from './canaries';
import { catalog } from './catalog';
import { helmLint, helmTemplate } from './chart';
import { imageBuild, imageFile } from './image';
import { make } from './make';
import { coreManifests, customManifests, databaseManifests } from './manifests';
import { migrations } from './migrations';
import { compile, install, integration, lint, unit } from './npm';
import { secrets } from './secrets';

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
  secrets,
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

const COMPILED =
  'a compiled project is built and tested by npm test, not here yet';

/** What has to be true of the output of a template, in this order. */
export const STEPS: Record<string, Step[]> = {
  'domain-controller': domainController,
  'process-controller': [
    canaries,
    catalog,
    missing('compile', COMPILED),
    missing('unit tests', COMPILED),
  ],
};
