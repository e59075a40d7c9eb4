import type { Input } from '../inputs';
import type { Step } from '../step';
import { agentService } from './agent';
import { bufBreaking, bufLint } from './buf';
import { canaries } from './canaries';
import { catalog } from './catalog';
import { helmLint, helmTemplate } from './chart';
import { goService } from './go';
import { imageBuild, imageFile } from './image';
import { make } from './make';
import { drawingCheck, policiesDrift } from './drift';
import { coreManifests, customManifests, databaseManifests } from './manifests';
import { migrations } from './migrations';
import {
  compile,
  install,
  integration,
  lint,
  processIntegration,
  processTests,
  unit,
} from './npm';
import {
  compilePython,
  installPython,
  integrationPython,
  lintPython,
  makePython,
  unitPython,
} from './python';
import { gitleaks, secretlint } from './secrets';
import { update } from './update';

/** What is looked at in the output as it came from the template. */
const pristine = [canaries, catalog, gitleaks, secretlint];

const chart = [helmLint, helmTemplate, coreManifests, customManifests];

/** Chart and image file, which are alike in all languages. */
const deployment = [...chart, databaseManifests, imageFile, imageBuild];

/**
 * A domain controller.
 *
 * @param language - how one in this language is installed, compiled and tested, and what runs its Makefile
 */
const domainController = (language: {
  install: Step;
  compile: Step;
  lint: Step;
  unit: Step;
  integration: Step;
  make(name: string, verb: string): Step;
}): Step[] => [
  ...pristine,
  language.install,
  bufLint,
  bufBreaking,
  language.make('generate', 'generate'),
  language.compile,
  language.lint,
  language.unit,
  language.integration,
  migrations,
  // its clients are in three languages, whatever it is written in
  makePython('sdk', 'sdk'),
  ...deployment,
  update,
];

/** An agent, which has neither a database nor a contract of its own. */
const agent: Step[] = [
  ...pristine,
  installPython,
  makePython('generate', 'generate'),
  agentService.stubs,
  compilePython,
  lintPython,
  unitPython,
  integrationPython,
  agentService.sandbox,
  ...deployment.filter(step => step !== databaseManifests),
  update,
];

const processController: Step[] = [
  ...pristine,
  install,
  bufLint,
  bufBreaking,
  make('generate', 'generate'),
  compile,
  lint,
  unit,
  processTests,
  processIntegration,
  policiesDrift,
  drawingCheck,
  ...chart,
  imageFile,
  imageBuild,
  update,
];

/** What has to be true of the output of a template, in this order. */
const STEPS: Record<string, Record<string, Step[]>> = {
  'domain-controller': {
    typescript: domainController({
      install,
      compile,
      lint,
      unit,
      integration,
      make,
    }),
    go: domainController({ ...goService, make }),
    python: domainController({
      install: installPython,
      compile: compilePython,
      lint: lintPython,
      unit: unitPython,
      integration: integrationPython,
      make: makePython,
    }),
  },
  agent: { python: agent },
  'process-controller': { typescript: processController },
};

/** @throws Error where nobody has said what has to be true */
export function stepsOf({ template, language }: Input): Step[] {
  const steps = STEPS[template]?.[language];
  if (!steps) throw new Error(`There are no steps for ${template}/${language}`);
  return steps;
}
